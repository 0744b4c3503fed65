using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Device;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.OnSite;

/// <summary>One device in words. The browser takes this part anew from the server when a push has come, and shows what has changed in it.</summary>
public sealed partial class OnSiteDevice
{
    private const int LongestValue = 300;

    private IReadOnlyList<LatestValue> _values = [];
    private StatusSentence _sentence = new("", "");
    private DeviceStatus _status;

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    protected override void OnParametersSet()
    {
        var (now, values) = (Time.GetUtcNow(), DeviceValues.Of(Device));
        _status = Device.StatusAt(now);
        _sentence = StatusSentence.Of(Device, now, Time.LocalTimeZone, DeviceWords);
        _values = [.. values.States.Concat(values.Gauges).Concat(values.Figures).Concat(values.Vectors).Concat(values.Others).Where(static value => value.Metric != MetricKeys.Battery)];
    }

    /// <summary>Latitude first, as people and map programs on phones read it.</summary>
    private static string Coordinates(GeoPoint place) => string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.#####}, {place.Longitude:0.#####}");

    /// <summary>Of a state people want to know since when it is so, of a figure how old it is.</summary>
    private static DateTimeOffset AgeOf(LatestValue value) => value.Value.Kind == MetricValueKind.State ? value.Since : value.At;

    private static string Shown(LatestValue value) =>
        MetricText.Value(value, CultureInfo.CurrentUICulture) is { Length: > LongestValue } text ? text[..LongestValue] + "…" : MetricText.Value(value, CultureInfo.CurrentUICulture);

    private static string? ClassOf(LatestValue value) => DeviceValues.SeverityOf(value) switch
    {
        AlarmSeverity.Alarm => "k-alarm",
        AlarmSeverity.Malfunction => "k-malfunction",
        _ => null,
    };
}
