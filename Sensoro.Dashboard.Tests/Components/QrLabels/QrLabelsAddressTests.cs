using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Components.QrLabels;

namespace Sensoro.Dashboard.Tests.Components.QrLabels;

public sealed class QrLabelsAddressTests
{
    [Fact]
    public void Of_NamedDevices_IsReadAsTheSame()
    {
        string[] sns = ["0117C5971A02F3E8", "A/B&C=1 ?", "冷库"];

        var choice = QrLabelsChoice.Parse(Query(QrLabelsAddress.Of(sns)));

        Assert.Equal(sns, choice.Sns);
        Assert.Equal(3, choice.Meant);
    }

    [Fact]
    public void Of_MoreDevicesThanAnAddressHasRoomFor_SaysHowManyWereMeant()
    {
        var sns = Enumerable.Range(0, 20_000).Select(static i => $"0117C5971A{i:X6}").ToArray();

        var address = QrLabelsAddress.Of(sns);
        var choice = QrLabelsChoice.Parse(Query(address));

        Assert.True(address.Length < 7_100);
        Assert.True(choice.Sns.Count > 300);
        Assert.Equal(20_000, choice.Meant);
    }

    [Fact]
    public void Of_AList_CarriesWhatNarrowsIt()
    {
        var list = new DeviceListFilter { Tag = "cold chain", View = DeviceView.Lost };

        Assert.Equal(list, QrLabelsChoice.Parse(Query(QrLabelsAddress.Of(list))).List);
        Assert.Equal("/devices/labels", QrLabelsAddress.Of(DeviceListFilter.Everything));
    }

    [Theory]
    [InlineData("sn=A&sn=A&sn=&sn=%20B%20&of=1", 2)]
    [InlineData("sn=A&of=-7", 1)]
    [InlineData("sn=A&of=99999999999999999999", 1)]
    [InlineData("sn=A&of=12", 12)]
    public void Parse_OfOddNumbers_CountsWhatIsNamed(string query, int expected) => Assert.Equal(expected, QrLabelsChoice.Parse(query).Meant);

    private static string Query(string address) => new Uri("http://host" + address).Query;
}
