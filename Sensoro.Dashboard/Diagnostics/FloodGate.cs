namespace Sensoro.Dashboard.Diagnostics;

/// <summary>
/// Lets so many through in a window of time and counts the rest: what a stranger can bring about must not fill a disk, and how often it
/// was tried must not be lost either.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="most">How many pass in one window.</param>
/// <param name="window">How long a window is.</param>
internal sealed class FloodGate(TimeProvider time, int most, TimeSpan window)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _opened;
    private int _passed;
    private long _keptBack;

    /// <summary>Whether this one passes.</summary>
    /// <param name="keptBack">How many did not since the last one that passed.</param>
    public bool TryPass(out long keptBack)
    {
        lock (_gate)
        {
            Turn();
            keptBack = _keptBack;
            if (_passed >= most)
            {
                _keptBack++;
                return false;
            }

            (_passed, _keptBack) = (_passed + 1, 0);
            return true;
        }
    }

    /// <summary>Begins a window when the last one is over, or was opened by a clock that has been put back since.</summary>
    private void Turn()
    {
        var now = time.GetUtcNow();
        if (now - _opened >= window || now < _opened)
        {
            (_opened, _passed) = (now, 0);
        }
    }
}
