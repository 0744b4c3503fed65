namespace Sensoro.Dashboard.Diagnostics;

/// <summary>The verified pushes of one application since the program started, repeated deliveries included.</summary>
public sealed class ApplicationPushes
{
    private long _plain;
    private long _safe;
    private long _lastTicks;
    private long _previousKeysTicks;

    /// <summary>Pushes in plain mode.</summary>
    public long Plain => Interlocked.Read(ref _plain);

    /// <summary>Pushes in safe mode.</summary>
    public long Safe => Interlocked.Read(ref _safe);

    public DateTimeOffset? LastAt => Time(Interlocked.Read(ref _lastTicks));

    /// <summary>When a push last needed a key that is being rotated out: as long as this moves, the rotation must not end.</summary>
    public DateTimeOffset? PreviousKeysAt => Time(Interlocked.Read(ref _previousKeysTicks));

    public void Count(bool encrypted, DateTimeOffset at)
    {
        Interlocked.Increment(ref encrypted ? ref _safe : ref _plain);
        Interlocked.Exchange(ref _lastTicks, at.UtcTicks);
    }

    public void NotePreviousKey(DateTimeOffset at) => Interlocked.Exchange(ref _previousKeysTicks, at.UtcTicks);

    private static DateTimeOffset? Time(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
