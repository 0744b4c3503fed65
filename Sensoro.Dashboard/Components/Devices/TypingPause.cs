namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Waits until somebody has stopped typing, so that the database is asked once for a word and not for each letter.</summary>
public sealed class TypingPause(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource _waiting = new();

    /// <summary>True when nothing was typed for <see cref="Length"/>; false when a later letter has taken over.</summary>
    public Task<bool> PassedAsync()
    {
        Dispose();
        _waiting = new CancellationTokenSource();
        return PassedAsync(_waiting.Token);
    }

    public void Dispose()
    {
        _waiting.Cancel();
        _waiting.Dispose();
    }

    private async Task<bool> PassedAsync(CancellationToken overtaken)
    {
        await Task.Delay(Length, time, overtaken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return !overtaken.IsCancellationRequested;
    }
}
