namespace Sensoro.Domain.Readings;

/// <summary>Why a span of time cannot be shown.</summary>
public enum TimeRangeFault
{
    None,

    /// <summary>It ends where it starts.</summary>
    Empty,

    /// <summary>It ends before it starts.</summary>
    Inverted,

    /// <summary>It starts in the future.</summary>
    Future,

    /// <summary>It is longer than <see cref="TimeRange.Longest"/>.</summary>
    TooLong,
}
