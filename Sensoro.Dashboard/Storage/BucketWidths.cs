using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>Bucket widths that fall on clock times people know.</summary>
internal static class BucketWidths
{
    private static readonly TimeSpan[] Known =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(28),
    ];

    /// <summary>The narrowest width that keeps the span within the budget.</summary>
    /// <param name="from">Start of the span, Unix milliseconds.</param>
    /// <param name="to">Its end.</param>
    /// <param name="budget">Most buckets, at least two: even the widest buckets may meet within a span.</param>
    /// <param name="narrowest">What the stored data can tell.</param>
    public static TimeSpan For(long from, long to, int budget, TimeSpan narrowest)
    {
        foreach (var width in Known)
        {
            if (width >= narrowest && Slots(from, to, width) <= budget)
            {
                return width;
            }
        }

        var days = Known[^1];
        while (Slots(from, to, days) > budget)
        {
            days *= 2;
        }

        return days;
    }

    /// <summary>How many buckets of this width the span touches.</summary>
    public static long Slots(long from, long to, TimeSpan width)
    {
        var milliseconds = (long)width.TotalMilliseconds;
        return to <= from ? 0 : ((to - 1) / milliseconds) - (from / milliseconds) + 1;
    }
}
