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

    [Fact]
    public void MapFilter_NothingAskedFor_IsEverything() => Assert.Equal(MapFilter.Everything, MapFilter.Of(" ", "nonsense", ""));

    [Fact]
    public void MapFilter_EveryState_CanBeNamedInAnAddress() =>
        Assert.All(DeviceStatuses.All, status => Assert.Equal(status, MapFilter.Of(null, DeviceStatuses.Text(status), null).Status));
}
