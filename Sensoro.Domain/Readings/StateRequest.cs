namespace Sensoro.Domain.Readings;

/// <summary>Asks for several on/off metrics over the same span.</summary>
public sealed record StateRequest
{
    public const int DefaultIntervals = 500;

    /// <summary>Most intervals of one series: more would not be seen on a screen.</summary>
    public const int MaxIntervals = 1_500;

    /// <summary>At most <see cref="SeriesRequest.MaxSeries"/>.</summary>
    public required IReadOnlyList<SeriesKey> Keys { get; init; }

    public required TimeRange Range { get; init; }

    /// <summary>Budget of intervals for each series.</summary>
    public int Intervals { get; init; } = DefaultIntervals;
}
