using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>A device that somebody works on alarms nobody, and alarms again when that is over.</summary>
public sealed class MaintenanceTests
{
    private static readonly DateTimeOffset Evening = Stored.Noon.AddHours(6);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Maintenance_OfAnAlarm_HidesItUntilItEnds()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1", """{"smoke":1}"""));
        Assert.Equal(DeviceStatus.Alarm, await StatusAsync(storage));

        await storage.Get<DeviceEdits>().MaintainAsync(["A1"], Evening, Cancelled);
        Assert.Equal(DeviceStatus.Maintenance, await StatusAsync(storage));
        Assert.Equal((1, 0), await CountsAsync(storage));
        Assert.Empty((await storage.Get<DeviceQueries>().ListAsync(new DeviceFilter { NeedsSomeone = true }, 0, 10, Cancelled)).Items);

        await storage.Get<DeviceEdits>().MaintainAsync(["A1"], null, Cancelled);
        Assert.Equal(DeviceStatus.Alarm, await StatusAsync(storage));
        Assert.Equal((0, 1), await CountsAsync(storage));
    }

    [Fact]
    public async Task Push_DuringMaintenance_IsKeptAndAlarmsAfterwards()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1", """{"smoke":0}"""));
        await storage.Get<DeviceEdits>().MaintainAsync(["A1"], Evening, Cancelled);

        // Once while the projection still remembers the device as it was, once after it has read it anew.
        storage.Fold(Stored.Sensor("A1", "2", """{"smoke":0}""", Stored.Noon.AddMinutes(1)));
        storage.Get<LogFold>().Reread(["A1"]);
        var update = storage.Fold(Stored.Sensor("A1", "3", """{"smoke":1}""", Stored.Noon.AddMinutes(2)));

        Assert.Equal(DeviceStatus.Maintenance, Assert.Single(update.Devices).Device.StatusAt(Stored.Noon));
        Assert.Equal((1, 0), await CountsAsync(storage));
        Assert.Equal(1, await storage.Get<DeviceEdits>().EndMaintenanceAsync(Evening, Cancelled));
        Assert.Equal(DeviceStatus.Alarm, await StatusAsync(storage));
    }

    [Fact]
    public async Task Push_WhileTheProjectionHasNotHeardOfTheEnd_AlarmsAtOnce()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1", """{"smoke":0}"""));
        await storage.Get<DeviceEdits>().MaintainAsync(["A1"], Evening, Cancelled);
        storage.Get<LogFold>().Reread(["A1"]);
        await storage.Get<DeviceEdits>().MaintainAsync(["A1"], null, Cancelled);

        storage.Fold(Stored.Sensor("A1", "2", """{"smoke":1}""", Stored.Noon.AddMinutes(1)));

        Assert.Equal(DeviceStatus.Alarm, await StatusAsync(storage));
    }

    [Fact]
    public async Task End_BeforeItsTime_LeavesWhatLastsLonger()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"), Stored.Sensor("A2", "2"));
        await storage.Get<DeviceEdits>().MaintainAsync(["A1"], Evening, Cancelled);
        await storage.Get<DeviceEdits>().MaintainAsync(["A2"], Evening.AddHours(1), Cancelled);

        Assert.Equal(0, await storage.Get<DeviceEdits>().EndMaintenanceAsync(Evening.AddMilliseconds(-1), Cancelled));
        Assert.Equal(1, await storage.Get<DeviceEdits>().EndMaintenanceAsync(Evening, Cancelled));
        Assert.Equal("A2", storage.InState<string>("SELECT sn FROM devices WHERE severity = -1"));
    }

    [Fact]
    public async Task Undo_OfMaintenance_GivesBackWhatWasBefore()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1"), Stored.Sensor("A2", "2", """{"leak":1}"""));
        await storage.Get<DeviceEdits>().MaintainAsync(["A1"], Evening, Cancelled);
        var undo = await storage.Get<DeviceEdits>().MaintainAsync(["A1", "A2"], Evening.AddDays(1), Cancelled);

        await storage.Get<DeviceEdits>().ApplyAsync(undo, Cancelled);

        Assert.Equal($"A1 -1 {Evening.ToUnixTimeMilliseconds()}|A2 2 ", storage.InState<string>("SELECT group_concat(sn || ' ' || severity || ' ' || coalesce(maintenance_until, ''), '|') FROM (SELECT * FROM devices ORDER BY sn)"));
    }

    [Fact]
    public async Task Rebuild_DuringMaintenance_KeepsIt()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Stored.Sensor("A1", "1", """{"smoke":1}"""));
        await storage.Get<DeviceEdits>().MaintainAsync(["A1"], Evening, Cancelled);

        await storage.Get<ProjectionRebuild>().RunAsync(TextWriter.Null, Cancelled);

        Assert.Equal(DeviceStatus.Maintenance, await StatusAsync(storage));
    }

    private static async Task<DeviceStatus?> StatusAsync(TemporaryStorage storage) =>
        (await storage.Get<DeviceQueries>().FindAsync("A1", Cancelled))?.StatusAt(Stored.Noon);

    private static async Task<(int Maintenance, int Alarm)> CountsAsync(TemporaryStorage storage)
    {
        var counts = await storage.Get<FleetQueries>().CountAsync(Stored.Noon, Cancelled);
        return (counts[DeviceStatus.Maintenance], counts[DeviceStatus.Alarm]);
    }
}
