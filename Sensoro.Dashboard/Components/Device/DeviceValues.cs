using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>A device's latest values by how they are drawn, each in the order of the catalogue.</summary>
internal sealed record DeviceValues
{
    private static readonly Dictionary<string, int> Order = MetricCatalogue.All.Select(static (definition, place) => (definition.Key, place))
        .ToDictionary(static entry => entry.Key, static entry => entry.place, StringComparer.Ordinal);

    public static DeviceValues None { get; } = new() { States = [], Gauges = [], Figures = [], Vectors = [], Others = [] };

    /// <summary>Alarm-type states, the active ones first.</summary>
    public required IReadOnlyList<LatestValue> States { get; init; }

    /// <summary>Numbers with a range in the catalogue; the battery last.</summary>
    public required IReadOnlyList<LatestValue> Gauges { get; init; }

    /// <summary>Measured numbers without a range.</summary>
    public required IReadOnlyList<LatestValue> Figures { get; init; }

    public required IReadOnlyList<LatestValue> Vectors { get; init; }

    /// <summary>Everything else, metrics the catalogue does not know included.</summary>
    public required IReadOnlyList<LatestValue> Others { get; init; }

    public static DeviceValues Of(DeviceSnapshot device)
    {
        var byPlace = device.Latest.ToLookup(static value => PlaceOf(value, MetricCatalogue.Find(value.Metric)));
        return new DeviceValues
        {
            States = [.. InOrder(byPlace[Place.State]).OrderByDescending(static value => SeverityOf(value))],
            Gauges = [.. InOrder(byPlace[Place.Gauge]).OrderBy(static value => MetricCatalogue.Find(value.Metric)?.Role)],
            Figures = [.. InOrder(byPlace[Place.Figure])],
            Vectors = [.. InOrder(byPlace[Place.Vector])],
            Others = [.. InOrder(byPlace[Place.Other])],
        };
    }

    public static AlarmSeverity SeverityOf(LatestValue value) => SeverityRule.Of(MetricCatalogue.Find(value.Metric), value.Value);

    /// <summary>Metrics in the order of the catalogue, unknown ones behind by name.</summary>
    public static int PlaceInCatalogue(string metric) => Order.GetValueOrDefault(metric, int.MaxValue);

    private static IOrderedEnumerable<LatestValue> InOrder(IEnumerable<LatestValue> values) =>
        values.OrderBy(static value => PlaceInCatalogue(value.Metric)).ThenBy(static value => value.Metric, StringComparer.Ordinal);

    private static Place PlaceOf(LatestValue latest, MetricDefinition? definition) => (latest.Value.Kind, definition) switch
    {
        (MetricValueKind.State, _) => Place.State,
        (MetricValueKind.Vector, _) => Place.Vector,
        (MetricValueKind.Number, { Key: MetricKeys.Interval }) or (MetricValueKind.Position, _) => Place.Elsewhere,
        (MetricValueKind.Number, { Role: MetricRole.Measurement or MetricRole.Health, GaugeMin: not null, GaugeMax: not null }) => Place.Gauge,
        (MetricValueKind.Number, { Role: MetricRole.Measurement or MetricRole.Health }) => Place.Figure,
        _ => Place.Other,
    };

    private enum Place
    {
        /// <summary>In the head of the page, or on its map.</summary>
        Elsewhere,
        State,
        Gauge,
        Figure,
        Vector,
        Other,
    }
}
