using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>The worker in the running program.</summary>
public sealed class ProjectionWorkerTests
{
    [Fact]
    public async Task Worker_WhoseFoldFails_TriesAgainAndFoldsOnce()
    {
        await using var dashboard = new DashboardFactory(new DashboardSettings
        {
            Services = services => services.AddSingleton<StateWriter>(
                provider => new FaultyStateWriter(ActivatorUtilities.CreateInstance<SqliteStateWriter>(provider)) { Faults = 1 }),
        });

        await dashboard.FoldPushesAsync(PushBody.Sensor("WORKER", 1, dashboard.Now(), """{"temperature":1}"""), PushBody.Task("1", 2, dashboard.Now()));

        Assert.Single(dashboard.Logs.GetSnapshot(), record => record.Id.Id == 2500);
        Assert.Equal(2, SqliteReading.Scalar<long>(Path.Combine(dashboard.DataDirectory, "sensoro.db"), "SELECT sum(count) FROM push_minutes"));
        Assert.Equal(1, (await dashboard.ApiAsync("/api/v1/tasks")).GetProperty("total").GetInt32());
        using var ready = await dashboard.GetAsync("/health/ready", token: null);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Worker_AfterARestart_FoldsWhatItMissedAndNothingTwice()
    {
        using var folder = new TemporaryFolder();
        var settings = new DashboardSettings { DataDirectory = folder.Path };
        await using (var dashboard = new DashboardFactory(settings))
        {
            await dashboard.FoldPushesAsync(PushBody.Sensor("RESTART", 1, dashboard.Now(), """{"temperature":1}"""));
            await dashboard.StorePushesAsync(Enumerable.Range(2, 30).Select(i => PushBody.Sensor("RESTART", i, dashboard.Now().AddSeconds(-i), """{"temperature":2}""")));
        }

        await using var restarted = new DashboardFactory(settings);
        Assert.Equal(31, restarted.Log.LastId);
        await restarted.WaitForFoldedAsync();

        var state = folder.File("sensoro.db");
        Assert.Equal((31L, 31L), (SqliteReading.Scalar<long>(state, "SELECT sum(count) FROM push_minutes"), SqliteReading.Scalar<long>(state, "SELECT count(*) FROM readings")));
    }

    [Fact]
    public async Task Counts_OfTheFleet_ArePublishedAfterAPush()
    {
        await using var dashboard = new DashboardFactory();
        Assert.Equal(0, dashboard.Log.LastId);
        using var subscription = dashboard.Feed.Subscribe(FeedFilter.CountsOnly, TimeSpan.Zero);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(DashboardFactory.Patience);

        await dashboard.FoldPushesAsync(PushBody.Sensor("COUNTS-A", 1, dashboard.Now(), """{"leak":true}"""), PushBody.Sensor("COUNTS-B", 1, dashboard.Now(), """{"leak":false}"""));
        await foreach (var update in subscription.ReadAllAsync(limit.Token))
        {
            if (update.Counts?.Total == 2)
            {
                break;
            }
        }

        Assert.Equal((1, 1), (dashboard.Feed.Counts[DeviceStatus.Alarm], dashboard.Feed.Counts[DeviceStatus.Normal]));
        Assert.NotNull(dashboard.Feed.Counts.LastPushAt);
    }
}
