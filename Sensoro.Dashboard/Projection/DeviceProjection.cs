using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Projection;

/// <summary>
/// Folds sensor pushes into devices, latest values and readings. Devices are remembered between folds: the projection is
/// their only writer.
/// </summary>
internal sealed class DeviceProjection(StateWriter state, ReadingProjection readings, IOptions<DeviceOptions> options)
{
    private readonly Dictionary<string, Device> _devices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TouchedDevice> _touched = new(StringComparer.Ordinal);
    private readonly PresenceRule _presence = new(options.Value.DefaultInterval);

    public void Apply(SensorPush push, LedgerEntry entry)
    {
        var touched = Touch(push.Sn, entry);
        var datum = options.Value.DatumOf(entry.DeviceType ?? touched.Device.DeviceType);
        touched.Device.Apply(entry, push.Measurements, datum, touched.Readings);
        touched.MessageIds.Add(entry.Id);
    }

    /// <summary>Keeps a push of a kind this program does not know among the messages of its device, if that is a known one.</summary>
    public void Mention(string sn, long messageId)
    {
        if (_touched.TryGetValue(sn, out var touched))
        {
            touched.MessageIds.Add(messageId);
        }
        else if (Known(sn) is { } device)
        {
            state.SaveDeviceMessage(device.Id, messageId);
        }
    }

    /// <summary>Writes what the fold changed, device by device so that each one's pages are touched once, and returns the changes.</summary>
    /// <param name="isRepeat">The messages of the fold were folded before.</param>
    public IReadOnlyList<DeviceChange> Flush(bool isRepeat)
    {
        var changes = new List<DeviceChange>(_touched.Count);
        foreach (var touched in _touched.Values.OrderBy(static touched => touched.Device.Id))
        {
            changes.Add(Save(touched, isRepeat));
        }

        _touched.Clear();
        return changes;
    }

    /// <summary>Reads devices anew that staff have changed, and returns them as they are now.</summary>
    public IReadOnlyList<DeviceChange> Reread(IReadOnlyCollection<string> sns)
    {
        foreach (var sn in sns)
        {
            _devices.Remove(sn);
        }

        return [.. sns.Select(Known).OfType<Device>().Select(device => new DeviceChange(device.ToSnapshot(_presence), [], IsNew: false))];
    }

    /// <summary>Forgets everything that is not known to be committed.</summary>
    public void Forget()
    {
        _touched.Clear();
        _devices.Clear();
    }

    private TouchedDevice Touch(string sn, LedgerEntry entry)
    {
        if (_touched.TryGetValue(sn, out var touched))
        {
            return touched;
        }

        var device = Known(sn);
        var isNew = device is null;
        if (device is null)
        {
            device = Device.Discover(state.NextDeviceId(), sn, entry);
            _devices.Add(sn, device);
        }

        touched = new TouchedDevice(device, isNew);
        _touched.Add(sn, touched);
        return touched;
    }

    private Device? Known(string sn)
    {
        if (!_devices.TryGetValue(sn, out var device) && (device = state.FindDevice(sn)) is not null)
        {
            _devices.Add(sn, device);
        }

        return device;
    }

    private DeviceChange Save(TouchedDevice touched, bool isRepeat)
    {
        var device = touched.Device;
        var snapshot = device.ToSnapshot(_presence);
        state.SaveDevice(device, snapshot);
        var changed = device.TakeChanges();
        foreach (var change in changed)
        {
            state.SaveLatest(device.Id, change.Value);
        }

        readings.Save(device.Id, touched.Readings, changed, isRepeat);
        foreach (var messageId in touched.MessageIds)
        {
            state.SaveDeviceMessage(device.Id, messageId);
        }

        return new DeviceChange(snapshot, touched.Readings, touched.IsNew);
    }

    /// <summary>A device with what one fold brought it.</summary>
    private sealed class TouchedDevice(Device device, bool isNew)
    {
        public Device Device { get; } = device;

        public bool IsNew { get; } = isNew;

        public List<Reading> Readings { get; } = [];

        public List<long> MessageIds { get; } = [];
    }
}
