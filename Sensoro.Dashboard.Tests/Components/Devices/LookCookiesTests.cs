using Microsoft.AspNetCore.Http;
using Sensoro.Dashboard.Components.Devices;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class LookCookiesTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("device-columns=name.tags; device-density=comfortable", DeviceColumns.Name | DeviceColumns.Tags, DeviceDensity.Comfortable)]
    [InlineData("device-columns=none", DeviceColumns.None, null)]
    [InlineData("device-columns=..%2F..%2Fetc; device-density=%00", null, null)]
    public async Task Look_OfARequest_IsWhatItsBrowserRemembers(string cookies, DeviceColumns? columns, DeviceDensity? density)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookies;
        var look = DeviceListLook.Open;

        await LookCookies.FollowAsync(context, async _ =>
        {
            await Task.Yield();
            look = LookCookies.Look;
        });

        Assert.Equal(new DeviceListLook { Columns = columns, Density = density }, look);
        Assert.Equal(DeviceListLook.Open, LookCookies.Look);
    }
}
