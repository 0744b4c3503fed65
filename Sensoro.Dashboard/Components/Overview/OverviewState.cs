using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.TestPushes;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>
/// What one open overview shows: a snapshot of the database with the news merged into it. A list is replaced only when it looks
/// different, so that its card can tell by the reference whether to draw.
/// </summary>
internal sealed class OverviewState
{
    private const int MaxAttentionRows = 8;

    /// <summary>Silent devices beside a full list of those that need someone; a shorter list leaves them its room.</summary>
    private const int MaxSilentRows = 5;
    private const int MaxKnown = 2 * OverviewReader.MaxAttention;

    private readonly Dictionary<string, DeviceSnapshot> _changedWhileLoading = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeviceSnapshot> _attention = new(StringComparer.Ordinal);
    private IReadOnlyList<RecentPush> _pushes = [];
    private IReadOnlyList<DeviceSnapshot> _silent = [];
    private bool _loading;

    public bool IsLoaded { get; private set; }

    /// <summary>The last read failed; what is shown is what was known before.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>No device has ever reported, or none but the one that test pushes come from: the way in is tried, SENSORO is still to come.</summary>
    public bool IsEmpty => IsLoaded && Counts.Total - Counts[DeviceStatus.NeverSeen] <= (HasTestDevice ? 1 : 0) && !_pushes.Any(static push => push.Sn is not (null or TestDevice.Sn));

    /// <summary>A test push has arrived.</summary>
    public bool HasTestDevice => _pushes.Any(static push => push.Sn == TestDevice.Sn);

    public FleetCounts Counts { get; private set; } = FleetCounts.Empty;

    /// <summary>The counts know of devices that a list has room for and does not show: somebody has grown late, or moved up.</summary>
    public bool IsBehind =>
        Attention.Count < Math.Min(MaxAttentionRows, Counts[DeviceStatus.Alarm] + Counts[DeviceStatus.Malfunction])
        || Silent.Count < Math.Min(RoomForSilent, Counts[DeviceStatus.Lost] + Counts[DeviceStatus.Late]);

    /// <summary>Worst and newest first.</summary>
    public IReadOnlyList<AttentionRow> Attention { get; private set; } = [];

    public IReadOnlyList<SilentRow> Silent { get; private set; } = [];

    public IReadOnlyList<DeviceSnapshot> LowBatteries { get; private set; } = [];

    public int LowBatteryTotal { get; private set; }

    public IReadOnlyList<TaskResult> FailedTasks { get; private set; } = [];

    /// <summary>Newest first; stands still while paused.</summary>
    public IReadOnlyList<RecentPush> Pushes { get; private set; } = [];

    public bool IsPaused { get; private set; }

    public PushRate? Rate { get; private set; }

    /// <summary>From now on news may be newer than what is being read: they are kept until it is there.</summary>
    public void BeginLoad()
    {
        _loading = true;
        _changedWhileLoading.Clear();
    }

    public void Fail()
    {
        _loading = false;
        HasFailed = true;
    }

    public void Load(OverviewSnapshot snapshot, DateTimeOffset now)
    {
        (_loading, IsLoaded, HasFailed) = (false, true, false);
        Counts = snapshot.Counts.At > Counts.At ? snapshot.Counts : Counts;
        (LowBatteryTotal, Rate) = (snapshot.LowBatteryTotal, snapshot.Rate);
        LowBatteries = SameDevices(LowBatteries, snapshot.LowBatteries) ? LowBatteries : snapshot.LowBatteries;
        FailedTasks = FailedTasks.SequenceEqual(snapshot.FailedTasks) ? FailedTasks : snapshot.FailedTasks;
        _silent = snapshot.Silent;
        _attention.Clear();
        foreach (var device in snapshot.Attention)
        {
            _attention[device.Sn] = device;
        }

        AddPushes(snapshot.Pushes);
        TakeIn(_changedWhileLoading.Values);
        _changedWhileLoading.Clear();
        Draw(now);
    }

    public void Apply(FeedUpdate update, DateTimeOffset now)
    {
        Counts = update.Counts ?? Counts;
        var devices = update.Devices.Select(static change => change.Device).ToArray();
        foreach (var device in _loading ? devices : [])
        {
            _changedWhileLoading[device.Sn] = device;
        }

        TakeIn(devices);
        AddPushes([.. Newest(devices).Select(RecentPush.Of), .. update.Tasks.TakeLast(OverviewReader.MaxPushes).Select(RecentPush.Of)]);
        Draw(now);
    }

    public void Pause(bool paused)
    {
        IsPaused = paused;
        ShowPushes();
    }

    private int RoomForSilent => MaxSilentRows + MaxAttentionRows - Attention.Count;

    private static IEnumerable<DeviceSnapshot> Newest(IEnumerable<DeviceSnapshot> devices) =>
        devices.Where(static device => device.IsHeard).OrderByDescending(static device => device.LastMessageId).Take(OverviewReader.MaxPushes);

    private static bool SameDevices(IReadOnlyList<DeviceSnapshot> shown, IReadOnlyList<DeviceSnapshot> read) =>
        shown.Select(static device => (device.Sn, device.Name, device.Battery)).SequenceEqual(read.Select(static device => (device.Sn, device.Name, device.Battery)));

    private void TakeIn(IEnumerable<DeviceSnapshot> devices)
    {
        foreach (var device in devices)
        {
            if (_attention.TryGetValue(device.Sn, out var known) && known.IsNewerThan(device))
            {
                continue;
            }

            if (device.Severity <= AlarmSeverity.None)
            {
                _attention.Remove(device.Sn);
            }
            else
            {
                _attention[device.Sn] = device;
            }

            if (_silent.Any(silent => silent.Sn == device.Sn && device.IsNewerThan(silent)))
            {
                _silent = [.. _silent.Select(silent => silent.Sn == device.Sn ? device : silent)];
            }
        }
    }

    private void AddPushes(IReadOnlyList<RecentPush> pushes)
    {
        if (pushes.Count == 0)
        {
            return;
        }

        _pushes = [.. _pushes.Concat(pushes).OrderByDescending(static push => push.MessageId).DistinctBy(static push => push.MessageId).Take(OverviewReader.MaxPushes)];
        ShowPushes();
    }

    private void ShowPushes()
    {
        if (!IsPaused && !Pushes.Select(static push => push.MessageId).SequenceEqual(_pushes.Select(static push => push.MessageId)))
        {
            Pushes = _pushes;
        }
    }

    private void Draw(DateTimeOffset now)
    {
        var attention = _attention.Values.Select(AttentionRow.Of).OfType<AttentionRow>()
            .OrderByDescending(static row => row.Severity).ThenByDescending(static row => row.Since).ThenBy(static row => row.Sn, StringComparer.Ordinal).ToArray();
        foreach (var row in attention.Skip(MaxKnown))
        {
            _attention.Remove(row.Sn);
        }

        var shown = attention.Take(MaxAttentionRows).ToArray();
        Attention = Attention.SequenceEqual(shown) ? Attention : shown;
        var silent = SilentRows(now, RoomForSilent);
        Silent = Silent.SequenceEqual(silent) ? Silent : silent;
    }

    private SilentRow[] SilentRows(DateTimeOffset now, int room)
    {
        var rows = _silent.Select(device => SilentRow.Of(device, now)).OfType<SilentRow>().ToLookup(static row => row.Status);
        var (lost, late) = (rows[DeviceStatus.Lost].ToArray(), rows[DeviceStatus.Late].ToArray());
        var roomForLate = Math.Min(late.Length, Math.Max(room - lost.Length, OverviewReader.MinLate));
        return [.. lost.Take(room - roomForLate), .. late.Take(roomForLate)];
    }
}
