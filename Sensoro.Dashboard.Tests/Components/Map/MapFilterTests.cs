using Sensoro.Dashboard.Components.Map;
using Sensoro.Domain.Devices;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Map;

public sealed class MapFilterTests
{
    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData("2f3e", null, null, true)]
    [InlineData("cold", null, null, true)]
    [InlineData("warm", null, null, false)]
    [InlineData(null, "normal", null, true)]
    [InlineData(null, "alarm", null, false)]
    [InlineData(null, null, "node", true)]
    [InlineData(null, null, "NODE", false)]
    [InlineData("  ", "no such state", "", true)]
    public void MapFilter_Device_PassesWhenEverythingAskedForIsTrue(string? search, string? status, string? type, bool passes)
    {
        var device = Of("0117C602F3E8") with { Name = "Cold store" };

        Assert.Equal(passes, MapFilter.Of(search, status, type).Matches(device, Noon));
    }

    [Theory]
    [InlineData(29.9, "30", true)]
    [InlineData(30.0, "30", false)]
    [InlineData(null, "30", false)]
    [InlineData(5.0, "15", true)]
    [InlineData(99.0, null, true)]
    public void MapFilter_Battery_PassesBelowTheLimitOnly(double? battery, string? limit, bool passes) =>
        Assert.Equal(passes, MapFilter.Of(null, null, null, battery: limit).Matches(Of("A") with { Battery = battery }, Noon));

    [Theory]
    [InlineData("6h", 5.9, false)]
    [InlineData("6h", 6.0, true)]
    [InlineData("7d", 167.9, false)]
    [InlineData("7d", 168.0, true)]
    [InlineData("5h", 0.0, true)]
    public void MapFilter_Silence_PassesFromItsLengthOn(string silence, double hours, bool passes) =>
        Assert.Equal(passes, MapFilter.Of(null, null, null, silent: silence).Matches(Of("A", heard: Noon.AddHours(-hours)), Noon));

    [Fact]
    public void MapFilter_WrittenToAnAddress_IsReadBack()
    {
        var filter = new MapFilter("cold", DeviceStatus.Lost, "node", 20, TimeSpan.FromHours(24));
        var address = filter.Write();

        Assert.Equal(filter, MapFilter.Of(Text("q"), Text("status"), Text("type"), Text("battery"), Text("silent")));
        Assert.All(MapFilter.Everything.Write(), parameter => Assert.Null(parameter.Value));

        string? Text(string name) => address[name] as string;
    }

    [Fact]
    public void MapFilter_NothingAskedFor_IsEverything() => Assert.Equal(MapFilter.Everything, MapFilter.Of(" ", "nonsense", ""));

    [Fact]
    public void MapFilter_EveryState_CanBeNamedInAnAddress() =>
        Assert.All(DeviceStatuses.All, status => Assert.Equal(status, MapFilter.Of(null, DeviceStatuses.Text(status), null).Status));
}
