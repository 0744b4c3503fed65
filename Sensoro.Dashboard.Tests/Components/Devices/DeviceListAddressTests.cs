using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class DeviceListAddressTests
{
    public static TheoryData<DeviceListFilter> Filters =>
    [
        DeviceListFilter.Everything,
        new DeviceListFilter { Search = "02f3e8" },
        new DeviceListFilter { Status = DeviceStatus.Late, Type = "node" },
        new DeviceListFilter { View = DeviceView.NeedsSomeone, Sort = DeviceSort.LastHeard, Descending = true },
        new DeviceListFilter { View = DeviceView.Lost },
        new DeviceListFilter { Tag = "cold chain" },
        new DeviceListFilter { View = DeviceView.LowBattery, Status = DeviceStatus.Normal, Sort = DeviceSort.Battery },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Read_OfWhatWasWritten_IsTheSameFilter(DeviceListFilter filter)
    {
        var address = DeviceListAddress.Write(filter);

        Assert.Equal(filter, DeviceListAddress.Read(Text("q"), Text("status"), Text("type"), Text("tag"), Text("view"), Text("sort"), Text("desc") == "true"));

        string? Text(string name) => (string?)address[name];
    }

    [Fact]
    public void Write_OfTheUsualList_LeavesTheAddressAlone() =>
        Assert.All(DeviceListAddress.Write(DeviceListFilter.Everything).Values, Assert.Null);

    [Fact]
    public void Read_OfNonsense_ListsEverything() =>
        Assert.Equal(DeviceListFilter.Everything, DeviceListAddress.Read("  ", "purple", "", " ", "sideways", "colour", descending: false));

    [Fact]
    public void Read_OfTheLostViewWithAnotherState_KeepsTheState()
    {
        var filter = DeviceListAddress.Read(null, "late", null, null, "lost", null, descending: false);

        Assert.Equal((DeviceStatus.Late, DeviceView.All), (filter.Status, filter.View));
    }

    [Fact]
    public void Read_OfAnEndlessSearch_ShortensIt() =>
        Assert.Equal(DeviceListFilter.LongestSearch, DeviceListAddress.Read(new string('A', 5_000), null, null, null, null, null, descending: false).Search.Length);
}
