namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>
/// A clock that shows the time it was set to, while timers run as usual. A whole program works with it; with
/// FakeTimeProvider its workers would wait for someone to advance their timers.
/// </summary>
public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset time) => Interlocked.Exchange(ref _ticks, time.UtcTicks);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
