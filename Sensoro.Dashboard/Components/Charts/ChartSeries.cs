namespace Sensoro.Dashboard.Components.Charts;

/// <summary>One line of a history chart.</summary>
/// <param name="Metric">Metric key.</param>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="Unit">Unit as printed, or null.</param>
/// <param name="Decimals">Digits behind the point.</param>
/// <param name="Color">Position in the chart palette, 1 to 8; colour stays with the metric.</param>
public sealed record ChartSeries(string Metric, string Label, string? Unit, int Decimals, int Color)
{
    /// <summary>Serial number of the device.</summary>
    public string Sn { get; init; } = "";

    /// <summary>Drawn with dashes, where there are more lines than colours.</summary>
    public bool IsDashed { get; init; }
}
