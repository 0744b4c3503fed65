namespace Sensoro.Dashboard.Diagnostics;

/// <summary>How long the last few runs of something took. Recorded by one thread, read by any.</summary>
public sealed class RecentTimes
{
    public const int Kept = 256;

    private readonly TimeSpan[] _times = new TimeSpan[Kept];
    private readonly Lock _gate = new();
    private long _recorded;

    public void Record(TimeSpan time)
    {
        lock (_gate)
        {
            _times[_recorded++ % Kept] = time;
        }
    }

    /// <summary>The time that <paramref name="percent"/> of the last runs stayed within; null when there were none.</summary>
    /// <param name="percent">Above 0, up to 100.</param>
    public TimeSpan? Percentile(double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        TimeSpan[] times;
        lock (_gate)
        {
            times = _times[..(int)Math.Min(_recorded, Kept)];
        }

        Array.Sort(times);
        return times.Length == 0 ? null : times[(int)Math.Ceiling(percent / 100 * times.Length) - 1];
    }
}
