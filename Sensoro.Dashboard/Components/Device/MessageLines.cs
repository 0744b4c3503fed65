using Sensoro.Dashboard.Live;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The newest pushes of one device, newest first, each with what it changed against the ones before it.</summary>
internal sealed class MessageLines(string sn)
{
    /// <summary>Lines that are shown.</summary>
    public const int Shown = 8;

    /// <summary>Messages to load: the older ones are not shown but say what the values were.</summary>
    public const int Loaded = 24;

    private readonly Dictionary<string, MetricValue> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<MessageLine> _lines = new();
    private DateTimeOffset _newestReport = DateTimeOffset.MinValue;
    private long _newestId;

    public IReadOnlyCollection<MessageLine> Lines => _lines;

    /// <summary>Starts anew with what the database holds, newest first.</summary>
    public void Load(IReadOnlyList<LoggedMessage> newestFirst)
    {
        _known.Clear();
        _lines.Clear();
        (_newestReport, _newestId) = (DateTimeOffset.MinValue, 0);
        foreach (var message in newestFirst.Reverse())
        {
            if (message.ReadPush() is SensorPush push)
            {
                Add(message.Entry, push.Measurements.Where(static measured => measured.Value.Kind != MetricValueKind.Invalid).Select(static measured => (measured.Key, measured.Value)));
            }
        }
    }

    /// <summary>Takes in the news of this device; says when they cannot be told apart and have to be loaded.</summary>
    public NewsOutcome Apply(FeedUpdate update)
    {
        var change = update.Devices.FirstOrDefault(change => string.Equals(change.Device.Sn, sn, StringComparison.Ordinal));
        if (change is null)
        {
            return NewsOutcome.Nothing;
        }

        if (update.SkippedMessages > 0 || change.Readings.Count >= DeviceChange.MaxReadings)
        {
            return NewsOutcome.Reload;
        }

        var newest = _newestId;
        var readings = new Queue<Reading>(change.Readings);
        foreach (var entry in update.Messages.Where(entry => entry.Kind == PushKind.Sensor && string.Equals(entry.Sn, sn, StringComparison.Ordinal)))
        {
            // What was loaded already takes its readings out of the queue, too.
            var own = TakeReadingsOf(entry, readings);
            if (entry.Id > newest)
            {
                Add(entry, own);
            }
        }

        return readings.Count > 0 ? NewsOutcome.Reload : _newestId > newest ? NewsOutcome.Changed : NewsOutcome.Nothing;
    }

    /// <summary>Readings come in the order of the log: those of one message carry its time and name each metric once.</summary>
    private static List<(string Metric, MetricValue Value)> TakeReadingsOf(LedgerEntry entry, Queue<Reading> readings)
    {
        var at = ReadingTime.Of(entry);
        var own = new List<(string Metric, MetricValue Value)>();
        while (readings.TryPeek(out var reading) && reading.At == at && !own.Exists(one => one.Metric == reading.Metric))
        {
            own.Add((reading.Metric, reading.Value));
            readings.Dequeue();
        }

        return own;
    }

    private void Add(LedgerEntry entry, IEnumerable<(string Metric, MetricValue Value)> values)
    {
        var at = ReadingTime.Of(entry);
        var isLate = at < _newestReport;
        _lines.AddFirst(new MessageLine(entry, isLate ? [] : Changes(values), isLate));
        if (_lines.Count > Shown)
        {
            _lines.RemoveLast();
        }

        _newestReport = isLate ? _newestReport : at;
        _newestId = Math.Max(_newestId, entry.Id);
    }

    private List<ValueChange> Changes(IEnumerable<(string Metric, MetricValue Value)> values)
    {
        var changes = new List<ValueChange>();
        foreach (var (metric, value) in values)
        {
            var known = _known.TryGetValue(metric, out var before);
            _known[metric] = value;
            if (!known || ValueChange.IsVisible(metric, before, value))
            {
                changes.Add(new ValueChange(metric, known ? before : null, value));
            }
        }

        return [.. changes.OrderBy(static change => Rank(change)).ThenBy(static change => DeviceValues.PlaceInCatalogue(change.Metric))];
    }

    /// <summary>What became wrong, then other states, then measured numbers as the catalogue orders them; the rest last.</summary>
    private static int Rank(ValueChange change) => MetricCatalogue.Find(change.Metric) switch
    {
        var definition when SeverityRule.Of(definition, change.After) != AlarmSeverity.None => 0,
        _ when change.After.Kind == MetricValueKind.State => 1,
        { Role: MetricRole.Measurement } when change.After.Kind == MetricValueKind.Number => 2,
        null => 3,
        _ => 4,
    };
}
