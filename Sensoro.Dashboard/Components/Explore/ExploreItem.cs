using Sensoro.Dashboard.Components.Charts;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Explore;

/// <summary>One of the chosen series.</summary>
/// <param name="Key">Which series.</param>
/// <param name="Label">The device and what it measures.</param>
public sealed record ExploreItem(SeriesKey Key, string Label)
{
    /// <summary>The line; null for an on/off metric and for what cannot be drawn.</summary>
    public ChartSeries? Line { get; init; }

    /// <summary>The bars of an on/off metric.</summary>
    public ChartState? Bars { get; init; }

    /// <summary>It has a third unit, for which the chart has no side.</summary>
    public bool IsLeftOut { get; init; }

    public bool IsUnknown => Line is null && Bars is null;
}
