using Sensoro.Dashboard.Components.Charts;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>One line of the table: a point of one series.</summary>
internal sealed record HistoryRow(ChartSeries Series, SeriesPoint Point);
