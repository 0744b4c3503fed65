namespace Sensoro.Dashboard.Components.Overview;

/// <summary>How many pushes came in each minute of the last hour.</summary>
/// <param name="From">Where the first minute begins.</param>
/// <param name="To">Where the last whole minute ends.</param>
/// <param name="Minutes">Pushes per minute, oldest first.</param>
/// <param name="ChangeInAWeek">Share by which the hour differs from the same hour a week ago; null when there was nothing then.</param>
public sealed record PushRate(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<int> Minutes, double? ChangeInAWeek)
{
    public const int Span = 60;

    public int LastMinute => Minutes.Count == 0 ? 0 : Minutes[^1];

    public static PushRate Of(DateTimeOffset now, IReadOnlyList<int> minutes, IReadOnlyList<int> aWeekAgo)
    {
        var to = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var before = aWeekAgo.Sum();
        return new PushRate(to.AddMinutes(-minutes.Count), to, minutes, before == 0 ? null : ((double)minutes.Sum() / before) - 1);
    }
}
