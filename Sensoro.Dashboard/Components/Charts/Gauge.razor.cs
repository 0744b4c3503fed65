using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Charts;

/// <summary>The latest number of one metric within its range.</summary>
public sealed partial class Gauge
{
    private const double Reach = 120;
    private const double Radius = 58;
    private const double CentreX = 80;
    private const double CentreY = 72;

    private ElementReference _element;
    private bool _drawn;

    [Parameter, EditorRequired]
    public string Sn { get; set; } = "";

    [Parameter, EditorRequired]
    public string Metric { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public int Decimals { get; set; }

    [Parameter, EditorRequired]
    public double Value { get; set; }

    [Parameter, EditorRequired]
    public double Min { get; set; }

    [Parameter, EditorRequired]
    public double Max { get; set; }

    /// <summary>Lowest value of the last 24 h.</summary>
    [Parameter]
    public double? RecentMin { get; set; }

    /// <summary>Highest value of the last 24 h.</summary>
    [Parameter]
    public double? RecentMax { get; set; }

    /// <summary>The upper end: the catalogue's hint, or above it when the device itself has been there.</summary>
    private double Top => Math.Max(Value, RecentMax ?? Value) is var highest && highest > Max ? NiceAbove(highest) : Max;

    /// <summary>Drawn once: from then on the dot and the figure belong to JavaScript.</summary>
    protected override bool ShouldRender() => !_drawn;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _drawn = true;
            await StartAsync("gauge", "attachGauge", _element, new
            {
                sn = Sn,
                metric = Metric,
                min = Min,
                max = Top,
                decimals = Decimals,
                culture = CultureInfo.CurrentCulture.Name,
            });
        }
    }

    private double Share(double value) => Top > Min ? Math.Clamp((value - Min) / (Top - Min), 0, 1) : 0;

    /// <summary>The next of 1, 2 or 5 times a power of ten.</summary>
    private static double NiceAbove(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, double.Epsilon))));
        return (value / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    private double Angle(double value) => ((Share(value) * 2) - 1) * Reach;

    private string Figure(double value) => Figure(value, Decimals);

    private static string Figure(double value, int decimals) => MetricText.Number(value, decimals, CultureInfo.CurrentCulture);

    private static string Arc(double from, double to)
    {
        var (x1, y1) = Point(from);
        var (x2, y2) = Point(to);
        var large = (to - from) * 2 * Reach > 180 ? 1 : 0;
        return $"M{Text(x1)} {Text(y1)}A{Text(Radius)} {Text(Radius)} 0 {Text(large)} 1 {Text(x2)} {Text(y2)}";
    }

    private static (double X, double Y) Point(double share)
    {
        var angle = ((share * 2) - 1) * Reach * Math.PI / 180;
        return (CentreX + (Radius * Math.Sin(angle)), CentreY - (Radius * Math.Cos(angle)));
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
