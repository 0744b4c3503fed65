using System.Globalization;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>
/// The numbers of a device that a chart can show. At most twelve lines of two units at once: more cannot be read, and a
/// chart has two sides. A metric keeps its colour whichever others are shown.
/// </summary>
internal sealed class ChartMetrics
{
    public const int MaxSeries = SeriesRequest.MaxSeries;

    /// <summary>Lines that are shown unasked.</summary>
    private const int MainSeries = 4;

    public const int MaxUnits = 2;
    private const int Colours = 8;

    /// <summary>Rank of what a device says about itself, and of its settings.</summary>
    private const int OwnHealth = 2;

    private static readonly Dictionary<string, int> Preferred = MetricCatalogue.All.Where(static definition => definition is { Kind: MetricKind.Number, Role: MetricRole.Measurement })
        .Select(static (definition, place) => (definition.Key, Colour: place % Colours))
        .ToDictionary(static entry => entry.Key, static entry => entry.Colour, StringComparer.Ordinal);

    private ChartMetrics(IReadOnlyList<ChartSeries> all) => All = all;

    public static ChartMetrics None { get; } = new([]);

    /// <summary>Every number the device sends, what it measures before its own health and settings.</summary>
    public IReadOnlyList<ChartSeries> All { get; }

    /// <summary>Every on/off metric the device sends, those that can raise an alarm first.</summary>
    public IReadOnlyList<ChartState> States { get; private init; } = [];

    public static ChartMetrics Of(DeviceSnapshot device, CultureInfo culture)
    {
        var metrics = device.Latest.Where(static value => value.Value.Kind == MetricValueKind.Number)
            .Select(static value => (value.Metric, Definition: MetricCatalogue.Find(value.Metric)))
            .OrderBy(static entry => Rank(entry.Definition))
            .ThenBy(static entry => DeviceValues.PlaceInCatalogue(entry.Metric)).ThenBy(static entry => entry.Metric, StringComparer.Ordinal);
        var taken = new HashSet<int>();
        return new ChartMetrics([.. metrics.Select(entry => new ChartSeries(
            entry.Metric,
            MetricText.Label(entry.Metric, culture),
            entry.Definition?.Unit,
            entry.Definition?.Decimals ?? 2,
            TakeColour(entry.Metric, taken) + 1) { Sn = device.Sn })])
        {
            States = [.. device.Latest.Select(latest => ChartState.Of(device.Sn, latest, culture)).OfType<ChartState>()
                .OrderBy(static state => state.Tone == "plain").ThenBy(static state => DeviceValues.PlaceInCatalogue(state.Metric)).ThenBy(static state => state.Metric, StringComparer.Ordinal)
                .Take(MaxSeries)],
        };
    }

    /// <summary>The lines of the chart that is shown unasked: the first measurements that fit; none for a device that measures nothing.</summary>
    public IReadOnlyList<ChartSeries> Main() => [.. Fitting(All.Where(static series => Rank(MetricCatalogue.Find(series.Metric)) < OwnHealth)).Take(MainSeries)];

    /// <summary>The lines named in an address: those that exist, as many as fit; the main ones when none is named, the first one where there is no main one.</summary>
    public IReadOnlyList<ChartSeries> Chosen(IReadOnlyCollection<string>? names)
    {
        var chosen = Fitting(All.Where(series => names?.Contains(series.Metric, StringComparer.Ordinal) ?? false));
        return chosen.Count > 0 ? chosen : Main() is { Count: > 0 } main ? main : Fitting(All.Take(1));
    }

    /// <summary>Whether a line can be added to those that are shown.</summary>
    public static bool Fits(IReadOnlyList<ChartSeries> shown, ChartSeries series) =>
        shown.Count < MaxSeries && shown.Append(series).DistinctBy(static one => one.Unit, StringComparer.Ordinal).Count() <= MaxUnits;

    private static List<ChartSeries> Fitting(IEnumerable<ChartSeries> candidates)
    {
        var fitting = new List<ChartSeries>();
        foreach (var series in candidates)
        {
            if (Fits(fitting, series))
            {
                fitting.Add(series);
            }
        }

        return fitting;
    }

    private static int Rank(MetricDefinition? definition) => definition switch
    {
        { Role: MetricRole.Measurement } => 0,
        null => 1,
        _ => OwnHealth,
    };

    /// <summary>The metric's own colour, or the next free one where another metric of the device has it.</summary>
    private static int TakeColour(string metric, HashSet<int> taken)
    {
        if (taken.Count >= Colours)
        {
            taken.Clear();
        }

        var colour = Preferred.GetValueOrDefault(metric, taken.Count % Colours);
        while (!taken.Add(colour))
        {
            colour = (colour + 1) % Colours;
        }

        return colour;
    }
}
