using System.Globalization;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>Values in the words, figures and units of the reader's language.</summary>
public static class MetricText
{
    private const int FreeDecimals = 3;
    private const int MaxDecimals = 15;
    private const char TrueMinus = '\u2212';

    public static string Label(string metric, CultureInfo culture) => MetricCatalogue.Find(metric)?.Label(culture) ?? metric;

    /// <summary>The value with its unit: "4.1 °C", "smoke", "0.12 · −0.03 · 0.98".</summary>
    public static string Value(LatestValue latest, CultureInfo culture) => Value(latest.Metric, latest.Value, culture);

    public static string Value(string metric, MetricValue value, CultureInfo culture)
    {
        var definition = MetricCatalogue.Find(metric);
        return value.Kind switch
        {
            MetricValueKind.Number => WithUnit(Number(value.X, definition?.Decimals, culture), definition?.Unit),
            MetricValueKind.State => definition?.StateWord(value.Active, culture) ?? Number(value.X, 0, culture),
            MetricValueKind.Flag => Flag(value.Active, culture),
            MetricValueKind.Vector => string.Join(" · ", Number(value.X, 3, culture), Number(value.Y, 3, culture), Number(value.Z, 3, culture)),
            MetricValueKind.Position => $"{Number(value.Y, 5, culture)}, {Number(value.X, 5, culture)}",
            MetricValueKind.NoFix => "—",
            MetricValueKind.Text or MetricValueKind.Json => value.Text ?? "",
            MetricValueKind.Invalid => "—",
        };
    }

    /// <summary>A figure with a fixed number of decimals, or as many as it needs when the catalogue names none.</summary>
    public static string Number(double value, int? decimals, CultureInfo culture)
    {
        // What rounds to zero is zero: nobody measures minus nothing.
        var rounded = Math.Round(value, Math.Clamp(decimals ?? FreeDecimals, 0, MaxDecimals), MidpointRounding.AwayFromZero);
        var figure = rounded == 0 ? 0 : value;
        var text = decimals is { } digits ? figure.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), culture) : figure.ToString("#,0.###", culture);
        return text.Replace('-', TrueMinus);
    }

    private static string WithUnit(string figure, string? unit) => unit is null or "" ? figure : $"{figure} {unit}";

    private static string Flag(bool value, CultureInfo culture) => (value, culture.TwoLetterISOLanguageName == "zh") switch
    {
        (true, true) => "是",
        (true, false) => "yes",
        (false, true) => "否",
        (false, false) => "no",
    };
}
