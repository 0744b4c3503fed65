using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Components.Zone;

namespace Sensoro.Dashboard.Tests.Components.Zone;

public sealed class ZoneCookiesTests
{
    [Theory]
    [InlineData("", "Europe/Berlin")]
    [InlineData("browser-zone=Asia%2FShanghai", "Asia/Shanghai")]
    [InlineData("browser-zone=Asia%2FShanghai; zone=browser", "Asia/Shanghai")]
    [InlineData("browser-zone=Asia%2FShanghai; zone=site", "Europe/Berlin")]
    [InlineData("browser-zone=Asia%2FShanghai; zone=utc", "UTC")]
    [InlineData("browser-zone=..%2F..%2Fetc%2Fpasswd", "Europe/Berlin")]
    [InlineData("zone=7", "Europe/Berlin")]
    public async Task Zone_OfARequest_IsTheChosenOne(string cookies, string expected)
    {
        var time = new ReaderTimeProvider(Options.Create(new SiteOptions { TimeZone = "Europe/Berlin" }));
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookies;
        var zone = "";

        await ZoneCookies.FollowAsync(context, async _ =>
        {
            await Task.Yield();
            zone = time.LocalTimeZone.Id;
        });

        Assert.Equal(expected, zone);
        Assert.Equal("Europe/Berlin", time.LocalTimeZone.Id);
    }
}
