using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Hubs;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Hubs;

/// <summary>Gaps that are too large to be told, and the sign of life.</summary>
public sealed class CatchUpTests
{
    [Fact]
    public async Task Since_BeyondAThousandChanges_AsksForANewSnapshot()
    {
        await using var dashboard = new DashboardFactory();
        var now = dashboard.Now();
        await StoreManyAsync(dashboard, Enumerable.Range(1, 1_001).Select(i => PushBody.Sensor($"GAP{i:0000}", 1, now, """{"temperature":1}""")));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        foreach (var method in new[] { "fleetSince", "messagesSince" })
        {
            var tooMuch = await browser.AskAsync(method, 0);
            var fits = await browser.AskAsync(method, 1);
            Assert.True(tooMuch.GetProperty("reset").GetBoolean());
            Assert.False(fits.GetProperty("reset").GetBoolean());
            Assert.Equal(1_001, fits.GetProperty("cursor").GetInt64());
            Assert.Equal((0, 1_000), (Count(tooMuch), Count(fits)));
        }
    }

    [Fact]
    public async Task DeviceSince_BeyondAThousandPushes_AsksForANewSnapshot()
    {
        await using var dashboard = new DashboardFactory();
        var now = dashboard.Now();
        await StoreManyAsync(dashboard, Enumerable.Range(1, 1_001).Select(i => PushBody.Sensor("GAP", i, now.AddSeconds(-i), """{"temperature":1}""")));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var tooMuch = await browser.AskAsync("deviceSince", "GAP", 0);
        var fits = await browser.AskAsync("deviceSince", "GAP", 2);

        Assert.Equal((true, 0), (tooMuch.GetProperty("reset").GetBoolean(), tooMuch.GetProperty("readings").GetArrayLength()));
        Assert.Equal((false, 999), (fits.GetProperty("reset").GetBoolean(), fits.GetProperty("readings").GetArrayLength()));
    }

    [Fact]
    public async Task Pulse_EveryFiveSeconds_ReachesWhoeverIsConnected()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var dashboard = new DashboardFactory(new DashboardSettings { Clock = clock });
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        // Each question gives the program time to start its timer; the clock moves only here.
        var next = browser.NextAsync(nameof(ITelemetryClient.Pulse));
        while (!next.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await browser.AskAsync("fleetSnapshot");
        }

        var pulse = await next;
        Assert.Equal(0, pulse.GetProperty("now").GetInt64() % 5_000);
        Assert.Equal(0, pulse.GetProperty("cursor").GetInt64());
    }

    private static async Task StoreManyAsync(DashboardFactory dashboard, IEnumerable<string> bodies)
    {
        foreach (var chunk in bodies.Chunk(100))
        {
            await Task.WhenAll(chunk.Select(body => dashboard.StorePushesAsync(body)));
        }

        await dashboard.WaitForFoldedAsync();
    }

    private static int Count(JsonElement news) =>
        (news.TryGetProperty("devices", out var devices) ? devices : news.GetProperty("messages")).GetArrayLength();
}
