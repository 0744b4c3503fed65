namespace Sensoro.Domain.Readings;

/// <summary>Asks for several series over the same span, all of them told equally finely.</summary>
public sealed record SeriesRequest
{
    /// <summary>Most series of one request.</summary>
    public const int MaxSeries = 12;

    public const int DefaultPoints = 500;

    /// <summary>Most points of one series: more would not be seen on a screen.</summary>
    public const int MaxPoints = 1_500;

    public required IReadOnlyList<SeriesKey> Keys { get; init; }

    public required TimeRange Range { get; init; }

    /// <summary>Budget of points for each series.</summary>
    public int Points { get; init; } = DefaultPoints;

    /// <summary>The wanted resolution; null takes the finest that keeps every series within its budget.</summary>
    public Resolution? Resolution { get; init; }
}
