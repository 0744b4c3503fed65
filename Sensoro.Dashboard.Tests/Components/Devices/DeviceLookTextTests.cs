using Sensoro.Dashboard.Components.Devices;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class DeviceLookTextTests
{
    [Theory]
    [InlineData("name.values", DeviceColumns.Name | DeviceColumns.KeyValues)]
    [InlineData("LAST,first-seen", DeviceColumns.LastMessage | DeviceColumns.FirstSeen)]
    [InlineData("name.colour.name", DeviceColumns.Name)]
    [InlineData("none", DeviceColumns.None)]
    [InlineData("colour", null)]
    [InlineData("none.colour", null)]
    [InlineData("7", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_OfColumns_LeavesOutWhatItDoesNotKnow(string? text, DeviceColumns? expected) =>
        Assert.Equal(expected, DeviceLookText.Read(text, null).Columns);

    [Theory]
    [InlineData("comfortable", DeviceDensity.Comfortable)]
    [InlineData("Compact", DeviceDensity.Compact)]
    [InlineData("1", null)]
    [InlineData("airy", null)]
    [InlineData(null, null)]
    public void Read_OfADensity_LeavesOutWhatItDoesNotKnow(string? text, DeviceDensity? expected) =>
        Assert.Equal(expected, DeviceLookText.Read(null, text).Density);

    [Theory]
    [InlineData(DeviceColumns.None)]
    [InlineData(DeviceColumns.Battery)]
    [InlineData(DeviceListLook.UsualColumns)]
    [InlineData(DeviceListLook.UsualColumns | DeviceColumns.Tags | DeviceColumns.ReportedAt | DeviceColumns.FirstSeen)]
    public void Read_OfWhatWasWritten_IsTheSame(DeviceColumns columns) =>
        Assert.Equal(columns, DeviceLookText.Read(DeviceLookText.Text(columns), null).Columns);

    [Fact]
    public void With_AColumnAndBack_IsUsualAgain()
    {
        var more = DeviceListLook.Open with { Columns = DeviceListLook.Open.With(DeviceColumns.Tags, shown: true) };

        Assert.True(more.Shows(DeviceColumns.Tags));
        Assert.Null(more.With(DeviceColumns.Tags, shown: false));
    }

    [Fact]
    public void Or_OfAnAddressAndAMemory_TakesEachFromTheAddressFirst()
    {
        var address = new DeviceListLook { Columns = DeviceColumns.Name };
        var memory = new DeviceListLook { Columns = DeviceColumns.Type, Density = DeviceDensity.Comfortable };

        Assert.Equal(new DeviceListLook { Columns = DeviceColumns.Name, Density = DeviceDensity.Comfortable }, address.Or(memory));
    }
}
