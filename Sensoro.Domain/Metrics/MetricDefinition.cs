using System.Globalization;

namespace Sensoro.Domain.Metrics;

/// <summary>One entry of the metric catalogue: what a metric is called, measured in and how it is drawn.</summary>
public sealed record MetricDefinition
{
    public required string Key { get; init; }

    public required MetricKind Kind { get; init; }

    public required MetricRole Role { get; init; }

    /// <summary>Unit as printed, for example <c>°C</c> or <c>µg/m³</c>; null when SENSORO names none.</summary>
    public string? Unit { get; init; }

    /// <summary>No source names the unit; it was concluded from the label or from similar products.</summary>
    public bool IsUnitInferred { get; init; }

    public required string LabelEn { get; init; }

    public required string LabelZh { get; init; }

    /// <summary>Lower end of a gauge. A display hint, not a limit of the device.</summary>
    public double? GaugeMin { get; init; }

    /// <summary>Upper end of a gauge. A display hint, not a limit of the device.</summary>
    public double? GaugeMax { get; init; }

    public int Decimals { get; init; }

    /// <summary>SENSORO's platform can raise an alarm on this metric.</summary>
    public bool IsAlarmType { get; init; }

    /// <summary>The alarm condition holds when the value is false or zero (cover, jinggai, door, connection, installed).</summary>
    public bool IsInverted { get; init; }

    public string? ActiveWordEn { get; init; }

    public string? ActiveWordZh { get; init; }

    public string? ClearWordEn { get; init; }

    public string? ClearWordZh { get; init; }

    /// <summary>The metric's name in the reader's language.</summary>
    public string Label(CultureInfo culture) => IsChinese(culture) ? LabelZh : LabelEn;

    /// <summary>The catalogue's word for an alarm-type state in the reader's language; null when it has none.</summary>
    public string? StateWord(bool active, CultureInfo culture) => (active, IsChinese(culture)) switch
    {
        (true, true) => ActiveWordZh,
        (true, false) => ActiveWordEn,
        (false, true) => ClearWordZh,
        (false, false) => ClearWordEn,
    };

    private static bool IsChinese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh";
}
