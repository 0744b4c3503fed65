using System.Runtime.CompilerServices;
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
    StateQueries states,
    TrackQueries tracks,
    MessageQueries messages,
    LiveFeed feed,
    HubAudience audience,
    TimeProvider time) : Hub<ITelemetryClient>
{
    /// <summary>Changes beyond this are no longer worth sending one by one.</summary>
    private const int MaxCatchUp = 1_000;
    private const int MaxGroups = 50;
    private const int MaxSnLength = 200;
    private const int MaxTypeLength = 200;

    /// <summary>A list over the map is read by eye.</summary>
    private const int MaxMembers = 200;

    private CancellationToken Aborted => Context.ConnectionAborted;

    public Task JoinFleet() => JoinAsync(HubGroups.Fleet);

    public Task LeaveFleet() => LeaveAsync(HubGroups.Fleet);

    public Task JoinDevice(string sn) => JoinAsync(HubGroups.Device(Checked(sn)));

    public Task LeaveDevice(string sn) => LeaveAsync(HubGroups.Device(Checked(sn)));

    public Task JoinMessages() => JoinAsync(HubGroups.Messages);

    public Task LeaveMessages() => LeaveAsync(HubGroups.Messages);

    /// <summary>Every device for the map; of a fleet that is too large for one, the most urgent.</summary>
    public Task<FleetView> FleetSnapshot() => SnapshotAsync(new MapPart { HasCells = true });

    /// <summary>The same, narrowed to what is asked for when the fleet is too large for a map.</summary>
    public Task<FleetView> FleetPart(FleetAsk ask) => SnapshotAsync(new MapPart
    {
        Status = ask.Status is null ? null : DeviceStatuses.TryParse(ask.Status, out var status) ? status : throw new HubException("The state must be one of the seven, such as lost."),
        DeviceType = CheckedType(ask.Type),
        HasCells = true,
    });

    /// <summary>The devices that a mark of <see cref="FleetView.Cells"/> counts, as far as a list can show them.</summary>
    public async Task<IReadOnlyList<MapDevice>> FleetCell(CellAsk ask)
    {
        if (!MapCellKey.Steps.Contains(ask.Step) || !Enum.IsDefined((CoordinateSystem)ask.Datum))
        {
            throw new HubException("There is no such square: step and datum must be as they came with the marks.");
        }

        var members = await devices.InCellAsync(new MapCellKey(ask.Step, (CoordinateSystem)ask.Datum, ask.X, ask.Y), CheckedType(ask.Type), MaxMembers, Aborted);
        var now = time.GetUtcNow();
        return [.. members.Select(device => device.ToMapDevice(now))];
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

    /// <summary>
    /// Series for a chart: one answer, sent as a stream because a stream can be given up. Whoever moves on to another range must not wait
    /// for the one it left.
    /// </summary>
    public async IAsyncEnumerable<HistoryView> History(HistoryAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Taken before the query: what is published meanwhile is delivered as news and merged by time.
        var cursor = feed.Cursor;
        var request = ask.ToSeriesRequest(time);
        var answer = await series.ReadAsync(request, cancellationToken);
        yield return answer.Fault switch
        {
            SeriesFault.None => new HistoryView(cursor, [.. answer.Series.Select(static one => one.ToSeriesView(MetricCatalogue.Find(one.Key.Metric)?.Unit))]),
            SeriesFault.TooManySeries => throw new HubException($"At most {SeriesRequest.MaxSeries} series can be asked for at once."),
            SeriesFault.TooManyPoints => throw new HubException($"At this resolution the range would have more than {SeriesRequest.MaxPoints} points; choose a coarser one or a shorter range."),
        };
    }

    /// <summary>On/off metrics as bars, sent as <see cref="History"/> is.</summary>
    public async IAsyncEnumerable<StatesView> States(HistoryAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = feed.Cursor;
        var found = await states.ReadAsync(ask.ToStateRequest(time), cancellationToken);
        var intervals = new Dictionary<string, double?>(StringComparer.Ordinal);
        foreach (var sn in found.Select(static one => one.Key.Sn).Distinct(StringComparer.Ordinal))
        {
            intervals[sn] = (await devices.FindAsync(sn, cancellationToken))?.Interval?.TotalSeconds;
        }

        yield return new StatesView(cursor, [.. found.Select(one => one.ToStateSeriesView(intervals[one.Key.Sn]))]);
    }

    /// <summary>Where a device has been, sent as <see cref="History"/> is.</summary>
    public async IAsyncEnumerable<TrackView> Track(TrackAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = feed.Cursor;
        var (sn, range) = (Checked(ask.Sn), AskedRange.Of(ask.From, ask.To, time));
        var track = await tracks.ReadAsync(sn, range, ask.Points, cancellationToken);
        yield return new TrackView(cursor, [.. (track ?? []).Select(TelemetryViews.ToTrackPoint)]);
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

    private async Task<FleetView> SnapshotAsync(MapPart part)
    {
        var fleet = await devices.ForMapAsync(part, Aborted);
        var now = time.GetUtcNow();
        return new FleetView(
            CursorOf(fleet.Devices, 0),
            now.ToUnixTimeMilliseconds(),
            [.. fleet.Devices.Select(device => device.ToMapDevice(now))],
            fleet.Devices.Count(static device => device.Position is null),
            IsPart: fleet.IsPart)
        {
            Step = fleet.Cells is [var first, ..] ? first.Key.Step : 0,
            Cells = [.. fleet.Cells.Select(static cell => new[] { cell.Place.Longitude, cell.Place.Latitude, cell.Count, (double)cell.Key.Datum, cell.Key.X, cell.Key.Y })],
        };
    }

    private static string? CheckedType(string? type) =>
        type is null or { Length: <= MaxTypeLength } ? type : throw new HubException($"The type must have at most {MaxTypeLength} characters.");

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
