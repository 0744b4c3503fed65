using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Device;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class DeviceAddressTests
{
    [Theory]
    [InlineData("0117C6CE0442C751")]
    [InlineData("A/B")]
    [InlineData("50%")]
    [InlineData("A%2FB")]
    [InlineData("with space ")]
    [InlineData("设备 一号#?&=+")]
    [InlineData("a\\b;c")]
    [InlineData("/")]
    public void DeviceAddress_AnySerialNumber_IsFoundAgainInItsOwnAddress(string sn)
    {
        Assert.Equal(sn, SnAt(DeviceAddress.Of(sn)));
        Assert.Equal(sn, SnAt(DeviceAddress.Of(sn, DeviceTab.History) + "&m=temperature#top"));
    }

    [Theory]
    [InlineData("/d/0117C6CE0442C751", "0117C6CE0442C751")]
    [InlineData("/devices/0117C6CE0442C751/", "0117C6CE0442C751")]
    [InlineData("/devices/A/B", "A/B")]
    [InlineData("/devices", "")]
    public void DeviceAddress_OtherWaysToWriteIt_MeanTheSame(string address, string sn) => Assert.Equal(sn, SnAt(address));

    [Theory]
    [InlineData(null, DeviceTab.Now)]
    [InlineData("nonsense", DeviceTab.Now)]
    [InlineData("history", DeviceTab.History)]
    [InlineData("MAP", DeviceTab.Map)]
    public void DeviceAddress_TabOfTheAddress_IsThatTabOrTheFirst(string? text, DeviceTab tab) => Assert.Equal(tab, DeviceAddress.TabOf(text));

    [Fact]
    public void DeviceAddress_EveryTab_IsFoundAgain() =>
        Assert.All(Enum.GetValues<DeviceTab>(), tab => Assert.Equal(tab, DeviceAddress.TabOf(DeviceAddress.Text(tab))));

    private static string SnAt(string address) => DeviceAddress.SnIn(new StandingNavigation("http://localhost" + address));

    /// <summary>Stays where it is.</summary>
    private sealed class StandingNavigation : NavigationManager
    {
        public StandingNavigation(string uri) => Initialize("http://localhost/", uri);
    }
}
