using Microsoft.AspNetCore.SignalR;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Hubs;

/// <summary>
/// Live data for what JavaScript draws. A client joins first, then loads, then merges by message id; after a gap it asks for
/// what it missed since its cursor.
/// </summary>
internal sealed class TelemetryHub(
    DeviceQueries devices,
    SeriesQueries series,
    MessageQueries messages,
    LiveFeed feed,
    HubAudience audience,
    TimeProvider time) : Hub<ITelemetryClient>
{
    /// <summary>Changes beyond this are no longer worth sending one by one.</summary>
    private const int MaxCatchUp = 1_000;
    private const int MaxGroups = 50;
    private const int MaxSnLength = 200;

    private CancellationToken Aborted => Context.ConnectionAborted;

    public Task JoinFleet() => JoinAsync(HubGroups.Fleet);

    public Task LeaveFleet() => LeaveAsync(HubGroups.Fleet);

    public Task JoinDevice(string sn) => JoinAsync(HubGroups.Device(Checked(sn)));

    public Task LeaveDevice(string sn) => LeaveAsync(HubGroups.Device(Checked(sn)));

    public Task JoinMessages() => JoinAsync(HubGroups.Messages);

    public Task LeaveMessages() => LeaveAsync(HubGroups.Messages);

    /// <summary>Every device for the map.</summary>
    public async Task<FleetView> FleetSnapshot()
    {
        var all = await devices.ForMapAsync(Aborted);
        var now = time.GetUtcNow();
        return new FleetView(CursorOf(all, 0), now.ToUnixTimeMilliseconds(), [.. all.Select(device => device.ToMapDevice(now))], all.Count(device => device.Position is null));
    }

    /// <summary>The devices that changed after <paramref name="cursor"/>.</summary>
    public async Task<FleetView> FleetSince(long cursor)
    {
        var changed = await devices.ChangedSinceAsync(cursor, MaxCatchUp + 1, Aborted);
        var now = time.GetUtcNow();
        return changed.Count > MaxCatchUp
            ? new FleetView(cursor, now.ToUnixTimeMilliseconds(), [], Reset: true)
            : new FleetView(CursorOf(changed, cursor), now.ToUnixTimeMilliseconds(), [.. changed.Select(device => device.ToMapDevice(now))]);
    }

    /// <summary>One device with its latest values; null when it is not known.</summary>
    public async Task<DeviceView?> Device(string sn) => (await devices.FindAsync(Checked(sn), Aborted))?.ToDeviceView(time.GetUtcNow());

    /// <summary>One device and the readings that came after <paramref name="cursor"/>.</summary>
    public async Task<DeviceNews> DeviceSince(string sn, long cursor)
    {
        var now = time.GetUtcNow();
        if (await devices.FindAsync(Checked(sn), Aborted) is not { } device)
        {
            return new DeviceNews(cursor, now.ToUnixTimeMilliseconds(), null, []);
        }

        var missed = await messages.ReadAfterAsync(new MessageFilter { Sn = sn }, cursor, MaxCatchUp, Aborted);
        var view = device.ToDeviceView(now);
        return missed.Count == MaxCatchUp
            ? new DeviceNews(device.LastMessageId, now.ToUnixTimeMilliseconds(), view, [], Reset: true)
            : new DeviceNews(Math.Max(cursor, device.LastMessageId), now.ToUnixTimeMilliseconds(), view, missed.SelectMany(Readings).ToReadingViews());
    }

    /// <summary>Lines of the ledger after <paramref name="cursor"/>.</summary>
    public async Task<MessageNews> MessagesSince(long cursor)
    {
        var missed = await messages.EntriesAfterAsync(cursor, MaxCatchUp + 1, Aborted);
        return missed.Count > MaxCatchUp
            ? new MessageNews(cursor, [], 0, Reset: true)
            : new MessageNews(missed.Count == 0 ? cursor : missed[^1].Id, [.. missed.Select(entry => entry.ToMessageView())], 0);
    }

    /// <summary>A series for a chart, from and to in Unix milliseconds.</summary>
    public async Task<SeriesView> Series(string sn, string metric, long from, long to, int maxPoints)
    {
        // Taken before the query: what is published meanwhile is delivered as news and merged by time.
        var cursor = feed.Cursor;
        var latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        if (from < 0 || to < 0 || from > latest || to > latest || TimeRange.TryCreate(
                DateTimeOffset.FromUnixTimeMilliseconds(from), DateTimeOffset.FromUnixTimeMilliseconds(to), time.GetUtcNow(), out var range) != TimeRangeFault.None)
        {
            throw new HubException("The range must start before it ends and not in the future, both in Unix milliseconds.");
        }

        var key = new SeriesKey(Checked(sn), metric);
        var found = await series.ReadAsync(new SeriesRequest { Keys = [key], Range = range.ThroughEnd, Points = maxPoints }, Aborted);
        return (found.Series is [var only] ? only : new ReadingSeries(key, Resolution.Raw, [])).ToSeriesView(MetricCatalogue.Find(metric)?.Unit, cursor);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        audience.Drop(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private static IEnumerable<Reading> Readings(LoggedMessage message) => message.ReadPush() is not SensorPush push
        ? []
        : push.Measurements
            .Where(static measurement => measurement.Value.Kind is not (MetricValueKind.Invalid or MetricValueKind.NoFix))
            .Select(measurement => new Reading(measurement.Key, ReadingTime.Of(message.Entry), measurement.Value));

    private static long CursorOf(IReadOnlyList<DeviceSnapshot> devices, long atLeast) =>
        devices.Aggregate(atLeast, static (cursor, device) => Math.Max(cursor, device.LastMessageId));

    private static string Checked(string sn) =>
        sn is { Length: > 0 and <= MaxSnLength } ? sn : throw new HubException($"The SN must have 1 to {MaxSnLength} characters.");

    private async Task JoinAsync(string group)
    {
        if (audience.GroupsOf(Context.ConnectionId) >= MaxGroups)
        {
            throw new HubException($"A connection may listen to {MaxGroups} topics; leave one first.");
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, group, Aborted);
        audience.Join(Context.ConnectionId, group);
    }

    private Task LeaveAsync(string group)
    {
        audience.Leave(Context.ConnectionId, group);
        return Groups.RemoveFromGroupAsync(Context.ConnectionId, group, Aborted);
    }
}
