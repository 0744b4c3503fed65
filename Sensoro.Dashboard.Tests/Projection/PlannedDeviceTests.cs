using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>Devices that staff enter before their first push.</summary>
public sealed class PlannedDeviceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Device_Entered_IsListedAndCountedAsNeverSeen()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"));

        await EnterAsync(storage, "P1", "Annex");

        var (devices, now) = (storage.Get<DeviceQueries>(), Stored.Noon);
        var never = await devices.ListAsync(new DeviceFilter { Status = DeviceStatus.NeverSeen }, 0, 10, Cancelled);
        Assert.Equal(("P1", "Annex", 1), (never.Items[0].Sn, never.Items[0].Name, never.Total));
        Assert.Equal("A1 P1", string.Join(' ', (await devices.ListAsync(new DeviceFilter(), 0, 10, Cancelled)).Items.Select(static device => device.Sn)));
        var counts = await storage.Get<FleetQueries>().CountAsync(now, Cancelled);
        Assert.Equal((1, 1, 2), (counts[DeviceStatus.NeverSeen], counts[DeviceStatus.Normal], counts.Total));
        Assert.Equal(Stored.Noon, counts.LastPushAt);
        Assert.Empty((await devices.ListAsync(new DeviceFilter { NeedsSomeone = true }, 0, 10, Cancelled)).Items);
        Assert.Equal("P1", Assert.Single(await devices.SuggestAsync("annex", 5, Cancelled)).Sn);
    }

    [Fact]
    public async Task Push_OfAnEnteredDevice_MakesItLiveUnderItsName()
    {
        await using var storage = Folding.NewStorage();
        await EnterAsync(storage, "P1", "Annex");
        storage.Get<LogFold>().Reread(["P1"]);

        var update = storage.Fold(Stored.Sensor("P1", "1", """{"smoke":1,"battery":90}"""), Stored.Sensor("B1", "2"));

        Assert.False(update.Devices.Single(static change => change.Device.Sn == "P1").IsNew);
        var device = await storage.Get<DeviceQueries>().FindAsync("P1", Cancelled);
        Assert.Equal(("Annex", DeviceStatus.Alarm, Stored.Noon, Stored.Noon), device is null ? default : (device.Name, device.StatusAt(Stored.Noon), device.FirstSeenAt, device.LastHeardAt));
        Assert.Equal("app", storage.InState<string>("SELECT app_id FROM devices WHERE sn = 'P1'"));
        Assert.Equal(2L, storage.InState<long>("SELECT count(DISTINCT id) FROM devices"));
    }

    [Fact]
    public async Task Device_EnteredBetweenTwoFolds_NeverTakesAnothersNumber()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"));
        await EnterAsync(storage, "P1", null);
        storage.Fold(Stored.Sensor("A2", "2"));
        await EnterAsync(storage, "P2", null);
        storage.Fold(Stored.Sensor("P1", "3"), Stored.Sensor("A3", "4"));

        Assert.Equal("A1 P1 A2 P2 A3", storage.InState<string>("SELECT group_concat(sn, ' ') FROM (SELECT sn FROM devices ORDER BY id)"));
    }

    [Fact]
    public async Task Undo_OfAnEntry_TakesTheDeviceAwayAndTellsSo()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"));
        var undo = await EnterAsync(storage, "P1", "Annex");

        var redo = await storage.Get<DeviceEdits>().ApplyAsync(undo, Cancelled);

        Assert.Equal("P1", Assert.Single(storage.Get<LogFold>().Reread(["P1"]).Removed));
        Assert.Equal((0, 1), (storage.InState<int>("SELECT count(*) FROM devices WHERE sn = 'P1'"), (await storage.Get<FleetQueries>().CountAsync(Stored.Noon, Cancelled)).Total));
        await storage.Get<DeviceEdits>().ApplyAsync(redo, Cancelled);
        Assert.Equal("Annex", storage.InState<string>("SELECT name FROM devices WHERE sn = 'P1'"));
    }

    [Fact]
    public async Task Undo_AfterTheFirstPush_LeavesTheDevice()
    {
        await using var storage = Folding.NewStorage();
        var undo = await EnterAsync(storage, "P1", "Annex");
        storage.Fold(Stored.Sensor("P1", "1"));

        Assert.Empty(await storage.Get<DeviceEdits>().ApplyAsync(undo, Cancelled));
        Assert.Equal("Annex", storage.InState<string>("SELECT name FROM devices WHERE sn = 'P1'"));
    }

    [Fact]
    public async Task Rebuild_WithEnteredDevices_KeepsThemWaiting()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1", """{"smoke":1}"""));
        await EnterAsync(storage, "P1", "Annex");

        await storage.Get<ProjectionRebuild>().RunAsync(TextWriter.Null, Cancelled);

        Assert.Equal("A1 2,P1 -2", storage.InState<string>("SELECT group_concat(sn || ' ' || severity) FROM (SELECT sn, severity FROM devices ORDER BY sn)"));
    }

    private static Task<IReadOnlyList<DeviceEdit>> EnterAsync(TemporaryStorage storage, string sn, string? name)
    {
        _ = storage.State;
        Assert.Equal(LabelFault.None, DeviceLabels.TryCreate(name, [], out var labels));
        return storage.Get<DeviceEdits>().ApplyAsync([new DeviceEdit(sn) { Adds = true, Labels = labels }], Cancelled);
    }
}
