namespace Sensoro.Domain.Readings;

/// <summary>Why series cannot be told as they were asked for.</summary>
public enum SeriesFault
{
    None,

    /// <summary>More than <see cref="SeriesRequest.MaxSeries"/> at once.</summary>
    TooManySeries,

    /// <summary>The wanted resolution makes more than <see cref="SeriesRequest.MaxPoints"/> of the range.</summary>
    TooManyPoints,
}
