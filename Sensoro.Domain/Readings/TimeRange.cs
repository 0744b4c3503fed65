using System.Globalization;
using System.Runtime.InteropServices;

namespace Sensoro.Domain.Readings;

/// <summary>A span of time whose start belongs to it and whose end does not, so that spans side by side share nothing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeRange
{
    /// <summary>Longer spans are mistakes: nothing measured is that old.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(20 * 366);

    private TimeRange(DateTimeOffset from, DateTimeOffset to)
    {
        From = from;
        To = to;
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public TimeSpan Length => To - From;

    /// <summary>The span of this length that ends where this one begins: what a comparison is made with.</summary>
    public TimeRange Previous => new(From - Length, From);

    /// <summary>The same span with its end as the last millisecond that belongs to it: what people mean by "until 12:00".</summary>
    public TimeRange ThroughEnd => new(From, To.AddMilliseconds(1));

    /// <summary>The same span for those who count its last moment in: what ends at midnight ends with the last millisecond of the day.</summary>
    public TimeRange BeforeEnd => new(From, To.AddMilliseconds(-1));

    /// <summary>An ISO 8601 interval. Written by hand: the generated text would name the span before, and the one before that, without end.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From.UtcDateTime:O}/{To.UtcDateTime:O}");

    public bool Contains(DateTimeOffset time) => time >= From && time < To;

    /// <summary>Checks a span that somebody asks for.</summary>
    /// <param name="from">The start.</param>
    /// <param name="to">The end; it may lie ahead, the start may not.</param>
    /// <param name="now">The present.</param>
    /// <param name="range">The span when there is no fault.</param>
    /// <returns>What is wrong with it.</returns>
    public static TimeRangeFault TryCreate(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, out TimeRange range)
    {
        var fault = from == to ? TimeRangeFault.Empty
            : from > to ? TimeRangeFault.Inverted
            : from > now ? TimeRangeFault.Future
            : to - from > Longest ? TimeRangeFault.TooLong
            : TimeRangeFault.None;
        range = fault == TimeRangeFault.None ? new(from.ToUniversalTime(), to.ToUniversalTime()) : default;
        return fault;
    }
}
