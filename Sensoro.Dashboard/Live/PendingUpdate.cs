using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Live;

/// <summary>What has gathered for one subscriber since its last update: the latest of each device, the newest lines of the ledger.</summary>
internal sealed class PendingUpdate(FeedFilter filter)
{
    private const int MaxMessages = 500;
    private const int MaxTasks = 500;

    private readonly Dictionary<string, DeviceChange> _devices = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly Queue<LedgerEntry> _messages = new();
    private readonly Queue<TaskResult> _tasks = new();
    private FleetCounts? _counts;
    private int _skipped;
    private long _cursor;

    /// <summary>Takes in what the filter wants; true when there is something to hand out.</summary>
    public bool Add(FeedUpdate update)
    {
        _cursor = Math.Max(_cursor, update.Cursor);
        _counts = update.Counts ?? _counts;
        foreach (var change in update.Devices)
        {
            if (filter.Wants(change.Device.Sn))
            {
                AddDevice(filter.Readings ? change : change with { Readings = [] });
            }
        }

        foreach (var sn in update.Removed.Where(filter.Wants))
        {
            _devices.Remove(sn);
            _removed.Add(sn);
        }

        if (filter.Messages)
        {
            AddMessages(update);
        }

        foreach (var task in filter.Tasks ? update.Tasks : [])
        {
            _tasks.Enqueue(task);
            if (_tasks.Count > MaxTasks)
            {
                _tasks.Dequeue();
            }
        }

        return _counts is not null || _devices.Count > 0 || _removed.Count > 0 || _messages.Count > 0 || _tasks.Count > 0;
    }

    public FeedUpdate Take()
    {
        var update = new FeedUpdate
        {
            Cursor = _cursor,
            Devices = [.. _devices.Values],
            Removed = [.. _removed],
            Messages = [.. _messages],
            SkippedMessages = _skipped,
            Tasks = [.. _tasks],
            Counts = _counts,
        };
        _devices.Clear();
        _removed.Clear();
        _messages.Clear();
        _tasks.Clear();
        (_counts, _skipped) = (null, 0);
        return update;
    }

    private void AddDevice(DeviceChange change)
    {
        _removed.Remove(change.Device.Sn);
        _devices[change.Device.Sn] = _devices.TryGetValue(change.Device.Sn, out var earlier) ? earlier.Then(change) : change;
    }

    private void AddMessages(FeedUpdate update)
    {
        _skipped += update.SkippedMessages;
        foreach (var message in update.Messages)
        {
            _messages.Enqueue(message);
            if (_messages.Count > MaxMessages)
            {
                _messages.Dequeue();
                _skipped++;
            }
        }
    }
}
