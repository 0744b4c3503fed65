using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Ingestion;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Diagnostics;

/// <summary>Which pushes were saved by a repeat, and by the last one there is.</summary>
public sealed class NearLossesTests
{
    private readonly NearLosses _losses = new(TimeProvider.System);

    [Fact]
    public void Push_StoredAtOnce_IsNoNearLoss()
    {
        _losses.NoteStored(1, isDuplicate: false, "A", 1);

        Assert.Equal((0L, 0L), (_losses.Saved, _losses.LastChances));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void Push_StoredAfterFailures_CountsOnceAndTheLastChanceApart(int failures, int lastChances)
    {
        for (var i = 0; i < failures; i++)
        {
            _losses.NoteFailed(7);
        }

        _losses.NoteStored(7, isDuplicate: false, "A", 42);
        _losses.NoteStored(7, isDuplicate: true, "A", 42);

        Assert.Equal((1L, lastChances), (_losses.Saved, _losses.LastChances));
        Assert.Equal(("A", 42L, failures), (_losses.Newest[0].Sn, _losses.Newest[0].MessageId, _losses.Newest[0].FailedDeliveries));
    }

    [Fact]
    public void Push_StoredBehindIts503_WasNotInDanger()
    {
        _losses.NoteFailed(7);
        _losses.NoteStored(7, isDuplicate: true, "A", 42);
        _losses.NoteStored(7, isDuplicate: false, "A", 43);

        Assert.Equal((0L, 0), (_losses.Saved, _losses.Newest.Count));
    }

    [Fact]
    public void Failures_BeyondTheCapacity_AreNotRemembered()
    {
        for (var i = 0; i <= NearLosses.Capacity; i++)
        {
            _losses.NoteFailed(i);
        }

        _losses.NoteStored(NearLosses.Capacity, isDuplicate: false, "A", 1);
        _losses.NoteStored(0, isDuplicate: false, "B", 2);

        Assert.Equal("B", Assert.Single(_losses.Newest).Sn);
    }

    [Fact]
    public async Task Push_RefusedByAFullDiskThreeTimes_IsListedWhenTheFourthIsStored()
    {
        await using var dashboard = new DashboardFactory(new DashboardSettings { Services = GatedMessageLog.Register });
        var body = PushBody.Sensor("NEAR", 1, dashboard.Now(), """{"temperature":1}""");
        _ = dashboard.Address;
        ((GatedMessageLog)dashboard.Log).Fault = new StorageException("The disk is full.");
        for (var i = 0; i < 3; i++)
        {
            using var refused = await dashboard.SendSignedPushAsync(body);
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        ((GatedMessageLog)dashboard.Log).Fault = null;
        await dashboard.StorePushesAsync(body);

        var losses = dashboard.Services.GetRequiredService<NearLosses>();
        Assert.Equal((1L, 1L, "NEAR"), (losses.Saved, losses.LastChances, losses.Newest[0].Sn));
    }
}
