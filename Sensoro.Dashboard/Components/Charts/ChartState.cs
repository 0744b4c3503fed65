using System.Globalization;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Charts;

/// <summary>One row of bars below a history chart: an on/off metric.</summary>
/// <param name="Sn">Serial number of the device.</param>
/// <param name="Metric">Metric key.</param>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="ActiveWord">What it is called while active.</param>
/// <param name="ClearWord">What it is called otherwise.</param>
/// <param name="Tone">alarm, malfunction or plain: what colour an active stretch takes.</param>
public sealed record ChartState(string Sn, string Metric, string Label, string ActiveWord, string ClearWord, string Tone)
{
    /// <summary>A value that is on or off; null for one that is not.</summary>
    public static ChartState? Of(string sn, LatestValue latest, CultureInfo culture)
    {
        if (latest.Value.Kind is not (MetricValueKind.State or MetricValueKind.Flag))
        {
            return null;
        }

        var isState = latest.Value.Kind == MetricValueKind.State;
        var definition = MetricCatalogue.Find(latest.Metric);
        return new ChartState(sn, latest.Metric, MetricText.Label(latest.Metric, culture), Word(active: true), Word(active: false), ToneOf(definition, isState));

        string Word(bool active) => MetricText.Value(latest.Metric, isState ? MetricValue.State(active) : MetricValue.Flag(active), culture);
    }

    private static string ToneOf(MetricDefinition? definition, bool isState) => SeverityRule.Of(definition, isState ? MetricValue.State(active: true) : MetricValue.Flag(value: true)) switch
    {
        AlarmSeverity.Alarm => "alarm",
        AlarmSeverity.Malfunction => "malfunction",
        _ => "plain",
    };
}
