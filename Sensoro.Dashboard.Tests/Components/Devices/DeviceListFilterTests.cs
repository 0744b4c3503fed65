using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;
using static Sensoro.Dashboard.Tests.Components.Devices.FleetDevice;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class DeviceListFilterTests
{
    public static TheoryData<DeviceListFilter> Filters =>
    [
        DeviceListFilter.Everything,
        new DeviceListFilter { Search = "0455d1" },
        new DeviceListFilter { Search = "100%" },
        new DeviceListFilter { Status = DeviceStatus.Alarm },
        new DeviceListFilter { Status = DeviceStatus.Late },
        new DeviceListFilter { Status = DeviceStatus.Normal },
        new DeviceListFilter { Status = DeviceStatus.Maintenance },
        new DeviceListFilter { Type = "node" },
        new DeviceListFilter { Type = "Node" },
        new DeviceListFilter { View = DeviceView.NeedsSomeone },
        new DeviceListFilter { View = DeviceView.Lost },
        new DeviceListFilter { View = DeviceView.LowBattery },
        new DeviceListFilter { View = DeviceView.LowBattery, Status = DeviceStatus.Lost },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Matches_ForEveryDevice_SaysWhatTheDatabaseSays(DeviceListFilter filter)
    {
        await using var storage = await FleetAsync();
        var queries = storage.Get<DeviceQueries>();
        var all = (await queries.ForMapAsync(MapPart.Everything, TestContext.Current.CancellationToken)).Devices;

        var listed = await queries.ListAsync(filter.ToQuery(), 0, 100, TestContext.Current.CancellationToken);

        Assert.Equal(
            listed.Items.Select(device => device.Sn).Order(StringComparer.Ordinal),
            all.Where(device => filter.Matches(device, Noon)).Select(device => device.Sn).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task StatusThenSn_AsTheOrder_PutsTheUrgentFirstAndStandsStillWithinAState()
    {
        await using var storage = await FleetAsync();

        var listed = await storage.Get<DeviceQueries>().ListAsync(DeviceListFilter.Everything.ToQuery(), 0, 100, TestContext.Current.CancellationToken);

        Assert.Equal(["0117C5970000ALRM", "0117C5970000MALF", "0117C5970000LOST", "0117C5970000LATE", "0117C5971A0455D1", "0117C597LOWBATTE"], listed.Items.Select(device => device.Sn), StringComparer.Ordinal);
    }

    [Fact]
    public void SortedBy_TheSameColumnAgain_TurnsTheOrderRound()
    {
        var once = DeviceListFilter.Everything.SortedBy(DeviceSort.Name);

        Assert.Equal((DeviceSort.Name, false), (once.Sort, once.Descending));
        Assert.True(once.SortedBy(DeviceSort.Name).Descending);
    }

    [Fact]
    public void SortedBy_TheLastMessage_StartsWithTheNewest() => Assert.True(DeviceListFilter.Everything.SortedBy(DeviceSort.LastHeard).Descending);

    [Fact]
    public void Cut_AfterAChosenState_TakesItsPlace() => Assert.Null(new DeviceListFilter { Status = DeviceStatus.Late }.Cut(DeviceView.NeedsSomeone).Status);

    [Theory]
    [InlineData(DeviceView.NeedsSomeone, DeviceView.All)]
    [InlineData(DeviceView.Lost, DeviceView.All)]
    [InlineData(DeviceView.LowBattery, DeviceView.LowBattery)]
    public void WithStatus_AfterAView_KeepsOnlyWhatSaysSomethingElse(DeviceView before, DeviceView after) =>
        Assert.Equal(after, new DeviceListFilter { View = before }.WithStatus(DeviceStatus.Normal).View);

    [Fact]
    public void Cleared_KeepsTheOrder()
    {
        var filter = new DeviceListFilter { Search = "x", Type = "node", View = DeviceView.Lost, Sort = DeviceSort.Name, Descending = true }.Cleared();

        Assert.False(filter.IsNarrowed);
        Assert.Equal((DeviceSort.Name, true), (filter.Sort, filter.Descending));
    }

    /// <summary>One device in each state at noon, and one with a low battery.</summary>
    private static async Task<TemporaryStorage> FleetAsync()
    {
        var storage = Folding.NewStorage(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon));
        await Task.Run(() => storage.Fold(
            Storage.Messages.Sensor("0117C5970000ALRM", "1", """{"smoke":1,"interval":600}"""),
            Storage.Messages.Sensor("0117C5970000MALF", "1", """{"installed":false,"interval":600}"""),
            Storage.Messages.Sensor("0117C5970000LOST", "1", """{"battery":11,"interval":600}""", Noon.AddHours(-2)),
            Storage.Messages.Sensor("0117C5970000LATE", "1", """{"battery":50,"interval":600}""", Noon.AddMinutes(-20)),
            Storage.Messages.Sensor("0117C597LOWBATTE", "1", """{"battery":19.9,"interval":600}"""),
            Storage.Messages.Sensor("0117C5971A0455D1", "1", """{"battery":20,"interval":600}""")));
        SqliteReading.Execute(storage.StateFile, "UPDATE devices SET device_type = 'node', name = '100% full' WHERE sn = '0117C5971A0455D1'");
        return storage;
    }
}
