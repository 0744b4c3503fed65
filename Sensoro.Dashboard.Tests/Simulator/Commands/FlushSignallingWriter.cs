namespace Sensoro.Dashboard.Tests.Simulator.Commands;

/// <summary>Text in memory that says when a line was brought to the screen.</summary>
internal sealed class FlushSignallingWriter : StringWriter
{
    private readonly SemaphoreSlim _flushes = new(0);

    public Task NextFlushAsync(CancellationToken cancellationToken) => _flushes.WaitAsync(cancellationToken);

    public override async Task FlushAsync()
    {
        await base.FlushAsync();
        _flushes.Release();
    }

    protected override void Dispose(bool disposing)
    {
        _flushes.Dispose();
        base.Dispose(disposing);
    }
}
