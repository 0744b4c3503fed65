using System.Globalization;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Explore;

/// <summary>What the explore page has chosen: lines of at most two units, bars of on/off metrics, and what cannot be drawn.</summary>
public sealed class ExploreState
{
    public const int MaxUnits = 2;
    private const int Colours = 8;

    private ExploreState(IReadOnlyList<ExploreItem> items) => Items = items;

    public static ExploreState None { get; } = new([]);

    public IReadOnlyList<ExploreItem> Items { get; }

    public IReadOnlyList<ChartSeries> Lines => [.. Items.Where(static item => !item.IsLeftOut).Select(static item => item.Line).OfType<ChartSeries>()];

    public IReadOnlyList<ChartState> Bars => [.. Items.Select(static item => item.Bars).OfType<ChartState>()];

    public IReadOnlyList<SeriesKey> Keys => [.. Items.Select(static item => item.Key)];

    /// <summary>The units of the lines, one for each side of the chart.</summary>
    public IReadOnlyList<string> Units => [.. Lines.Select(static line => line.Unit ?? "").Distinct(StringComparer.Ordinal)];

    /// <param name="keys">What the address names.</param>
    /// <param name="devices">Their devices as far as they are known.</param>
    /// <param name="culture">The reader's language.</param>
    public static ExploreState Of(IEnumerable<SeriesKey> keys, IReadOnlyCollection<DeviceSnapshot> devices, CultureInfo culture)
    {
        var bySn = devices.ToDictionary(static device => device.Sn, StringComparer.Ordinal);
        var units = new HashSet<string>(StringComparer.Ordinal);
        var (items, lines) = (new List<ExploreItem>(), 0);
        foreach (var key in keys)
        {
            var item = ItemOf(key, bySn.GetValueOrDefault(key.Sn), culture);
            if (item.Line is { } line)
            {
                var fits = units.Count < MaxUnits || units.Contains(line.Unit ?? "");
                item = item with { IsLeftOut = !fits, Line = line with { Color = (lines % Colours) + 1, IsDashed = lines >= Colours } };
                if (fits)
                {
                    units.Add(line.Unit ?? "");
                    lines++;
                }
            }

            items.Add(item);
        }

        return new ExploreState(items);
    }

    public bool Has(SeriesKey key) => Items.Any(item => item.Key == key);

    /// <summary>Whether one more can be added.</summary>
    public ExploreRefusal Refuses(LatestValue value) =>
        Items.Count >= SeriesRequest.MaxSeries ? ExploreRefusal.Full
        : value.Value.Kind == MetricValueKind.Number && Units.Count >= MaxUnits && !Units.Contains(UnitOf(value.Metric), StringComparer.Ordinal) ? ExploreRefusal.Units
        : ExploreRefusal.None;

    /// <summary>What of a device can be drawn.</summary>
    public static bool IsDrawable(LatestValue value) => value.Value.Kind is MetricValueKind.Number or MetricValueKind.State or MetricValueKind.Flag;

    private static string UnitOf(string metric) => MetricCatalogue.Find(metric)?.Unit ?? "";

    private static ExploreItem ItemOf(SeriesKey key, DeviceSnapshot? device, CultureInfo culture)
    {
        var label = $"{device?.DisplayName ?? key.Sn} · {MetricText.Label(key.Metric, culture)}";
        if (device?.Find(key.Metric) is not { } latest)
        {
            return new ExploreItem(key, label);
        }

        var definition = MetricCatalogue.Find(key.Metric);
        return new ExploreItem(key, label)
        {
            Line = latest.Value.Kind == MetricValueKind.Number ? new ChartSeries(key.Metric, label, definition?.Unit, definition?.Decimals ?? 2, 1) { Sn = key.Sn } : null,
            Bars = ChartState.Of(key.Sn, latest, culture) is { } state ? state with { Label = label } : null,
        };
    }
}
