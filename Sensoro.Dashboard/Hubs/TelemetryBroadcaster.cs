using Microsoft.AspNetCore.SignalR;
using Sensoro.Dashboard.Live;

namespace Sensoro.Dashboard.Hubs;

/// <summary>Carries the feed to the hub's groups, at the feed's pace, and only to groups that someone has joined.</summary>
internal sealed class TelemetryBroadcaster(
    LiveFeed feed,
    IHubContext<TelemetryHub, ITelemetryClient> hub,
    HubAudience audience,
    TimeProvider time,
    ILogger<TelemetryBroadcaster> logger) : BackgroundService
{
    private static readonly TimeSpan PulseEvery = TimeSpan.FromSeconds(5);

    // Before the program listens: whoever loads a snapshot must hear of everything behind it.
    private readonly FeedSubscription _subscription = feed.Subscribe(new FeedFilter { Fleet = true, Readings = true, Messages = true });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(BroadcastAsync(stoppingToken), PulseAsync(stoppingToken));

    private async Task BroadcastAsync(CancellationToken stoppingToken)
    {
        using var subscription = _subscription;
        await foreach (var update in subscription.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(update);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.BroadcastFailed(logger, error);
            }
        }
    }

    private async Task SendAsync(FeedUpdate update)
    {
        var now = time.GetUtcNow();
        var stamp = now.ToUnixTimeMilliseconds();
        if (update.Devices.Count + update.Removed.Count > 0 && audience.IsListening(HubGroups.Fleet))
        {
            var devices = update.Devices.Select(change => change.Device.ToMapDevice(now)).ToArray();
            await hub.Clients.Group(HubGroups.Fleet).DevicesChanged(new FleetView(update.Cursor, stamp, devices) { Removed = update.Removed });
        }

        foreach (var (device, readings, _) in update.Devices)
        {
            var group = HubGroups.Device(device.Sn);
            if (audience.IsListening(group))
            {
                await hub.Clients.Group(group).DeviceChanged(
                    new DeviceNews(device.LastMessageId, stamp, device.ToDeviceView(now), readings.ToReadingViews()));
            }
        }

        if (update.Messages.Count > 0 && audience.IsListening(HubGroups.Messages))
        {
            var messages = update.Messages.Select(entry => entry.ToMessageView()).ToArray();
            await hub.Clients.Group(HubGroups.Messages).MessagesArrived(new MessageNews(update.Cursor, messages, update.SkippedMessages));
        }
    }

    private async Task PulseAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PulseEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var lastPush = feed.Counts.LastPushAt?.ToUnixTimeMilliseconds();
                await hub.Clients.All.Pulse(new PulseView(time.GetUtcNow().ToUnixTimeMilliseconds(), feed.Cursor, lastPush));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }
}
