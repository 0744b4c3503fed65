using System.Net;
using Sensoro.Dashboard.Admission;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Admission;

/// <summary>Only a configured proxy is believed about who the visitor is and whether they came by HTTPS.</summary>
public sealed class ProxyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData(null, false)]
    public async Task Scheme_FromAProxy_CountsOnlyWhenItIsConfigured(string? proxy, bool isBelieved)
    {
        await using var dashboard = With(proxy is null ? [] : [("Proxies:0", proxy)]);

        var answer = await AskAsync(dashboard, "/language/en", ("X-Forwarded-Proto", "https"));

        Assert.Equal(isBelieved, answer.Head.Contains("Strict-Transport-Security: max-age=31536000", StringComparison.Ordinal));
        Assert.Equal(isBelieved, answer.Head.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.2", true)]
    [InlineData("203.0.113.1", "203.0.113.1", false)]
    [InlineData("203.0.113.1, 198.51.100.7", "203.0.113.2, 198.51.100.7", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff", false)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", true)]
    public async Task Address_FromAProxy_IsTheVisitorsNearestToIt(string first, string second, bool areTwo)
    {
        await using var dashboard = With(("Proxies:0", "127.0.0.1"), ("Limits:ExportsPerMinute", "1"));

        var one = await AskAsync(dashboard, "/devices/list.csv", ("X-Forwarded-For", first));
        var another = await AskAsync(dashboard, "/devices/list.csv", ("X-Forwarded-For", second));

        Assert.Equal(HttpStatusCode.OK, one.Status);
        Assert.Equal(areTwo ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, another.Status);
    }

    [Fact]
    public async Task Address_FromNobodyWeKnow_IsNotBelieved()
    {
        await using var dashboard = With(("Limits:ExportsPerMinute", "1"));

        await AskAsync(dashboard, "/devices/list.csv", ("X-Forwarded-For", "203.0.113.1"));
        var another = await AskAsync(dashboard, "/devices/list.csv", ("X-Forwarded-For", "203.0.113.2"));

        Assert.Equal(HttpStatusCode.TooManyRequests, another.Status);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1/32")]
    [InlineData("10.0.0.0/24", "10.0.0.0/24")]
    [InlineData("::1", "::1/128")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    [InlineData("proxy.example.com", null)]
    [InlineData("10.0.0.1/24", "10.0.0.0/24")]
    [InlineData("10", null)]
    [InlineData("127.1", null)]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("", null)]
    public void Parse_OfAProxy_TakesAddressesAndNetworks(string text, string? expected) => Assert.Equal(expected, ProxyOptions.Parse(text)?.ToString());

    private static DashboardFactory With(params (string Key, string Value)[] values) =>
        new(new DashboardSettings { Values = values.ToDictionary(static value => value.Key, static value => value.Value, StringComparer.Ordinal) });

    private static async Task<WireResponse> AskAsync(DashboardFactory dashboard, string target, params (string Name, string Value)[] headers)
    {
        var cookie = await SessionCookie.OfAsync(dashboard.Address, DashboardSettings.Administrator);
        return await WireClient.SendAsync(dashboard.Address, "GET", target, [("Host", "dashboard.example.com"), ("Cookie", cookie), .. headers], [], Cancelled);
    }
}
