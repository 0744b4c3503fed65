using System.Globalization;
using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>The one thing to say of a device beside its state: what is wrong, how often it should report, or what it measures.</summary>
internal static class MapHeadline
{
    public static string? Of(DeviceSnapshot device, DeviceStatus status, IStringLocalizer<MapTexts> texts)
    {
        var culture = CultureInfo.CurrentUICulture;
        return status switch
        {
            DeviceStatus.Lost or DeviceStatus.Late when device.Interval is { } interval => texts["Every", Durations.Interval(interval, culture)],
            _ => device.Latest is [var first, ..] ? Of(first, culture) : null,
        };
    }

    /// <summary>"Door: open", "leak detected", "4.1 °C": the name is left out where the value speaks for itself.</summary>
    public static string Of(LatestValue latest, CultureInfo culture)
    {
        var value = MetricText.Value(latest, culture);
        var label = MetricText.Label(latest.Metric, culture).Split(" (", StringSplitOptions.None)[0];
        var speaksForItself = latest.Value.Kind == MetricValueKind.Number
            ? MetricCatalogue.Find(latest.Metric)?.Unit is not null
            : label.Split(' ').Any(word => value.Contains(word, StringComparison.CurrentCultureIgnoreCase));
        return speaksForItself ? value : culture.TwoLetterISOLanguageName == "zh" ? $"{label}：{value}" : $"{label}: {value}";
    }

    /// <summary>The value that makes the device need someone, if any.</summary>
    public static LatestValue? Cause(DeviceSnapshot device) => device.Latest.FirstOrDefault(KeyValues.IsWrong);
}
