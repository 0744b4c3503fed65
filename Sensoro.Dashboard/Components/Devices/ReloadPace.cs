namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Lets a list be read again at most once per pace, however often something asks for it.</summary>
public sealed class ReloadPace(TimeSpan pace)
{
    private DateTimeOffset _lastAt = DateTimeOffset.MinValue;
    private bool _wanted;

    /// <summary>Something has changed that only the database can tell.</summary>
    public void Want() => _wanted = true;

    /// <summary>The list is about to be read, whatever the reason. What is wanted from now on needs another read.</summary>
    public void Started(DateTimeOffset now)
    {
        _lastAt = now;
        _wanted = false;
    }

    /// <summary>True when it is time to read; what comes too early waits for the next question.</summary>
    public bool IsDue(DateTimeOffset now) => _wanted && now - _lastAt >= pace;
}
