using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class DeviceListChoiceTests
{
    public static TheoryData<DeviceListChoice> Choices =>
    [
        DeviceListChoice.Everything,
        new DeviceListChoice(new DeviceListFilter { Search = "A&B=100% ?", Tag = "冷链", Type = "lite_smoke" }, DeviceListLook.Open),
        new DeviceListChoice(new DeviceListFilter { Status = DeviceStatus.Late, Sort = DeviceSort.LastHeard, Descending = true }, new() { Columns = DeviceColumns.None }),
        new DeviceListChoice(new DeviceListFilter { View = DeviceView.LowBattery }, new() { Columns = DeviceColumns.Name | DeviceColumns.Tags, Density = DeviceDensity.Comfortable }),
    ];

    [Theory]
    [MemberData(nameof(Choices))]
    public void Parse_OfItsQuery_IsTheSameChoice(DeviceListChoice choice)
    {
        Assert.Equal(choice, DeviceListChoice.Parse(choice.ToQuery()));
        Assert.Equal(choice, DeviceListChoice.Parse(new Uri("http://host" + choice.Address).Query));
    }

    [Theory]
    [InlineData("sort=colour&cols=width&density=airy&status=purple&view=sideways&desc=perhaps")]
    [InlineData("?&&=&%zz&cols")]
    public void Parse_OfNonsense_IsEverything(string query) => Assert.Equal(DeviceListChoice.Everything, DeviceListChoice.Parse(query));

    [Theory]
    [InlineData("", true)]
    [InlineData("view=lost", true)]
    [InlineData("view=lost&sort=name", false)]
    [InlineData("status=late", false)]
    [InlineData("q=a", false)]
    [InlineData("cols=name", false)]
    [InlineData("density=compact", false)]
    public void HasButton_OfAList_IsTrueForTheBuiltInViewsAlone(string query, bool expected) => Assert.Equal(expected, DeviceListChoice.Parse(query).HasButton);
}
