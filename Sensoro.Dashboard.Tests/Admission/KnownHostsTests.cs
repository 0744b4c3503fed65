using System.Net;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Admission;

/// <summary>The program goes by its own names alone; pushes and supervisors are answered whatever name they use.</summary>
public sealed class KnownHostsTests(KnownHostsTests.Dashboards dashboards) : IClassFixture<KnownHostsTests.Dashboards>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:5080", true)]
    [InlineData("127.0.0.1:5080", true)]
    [InlineData("192.0.2.17", true)]
    [InlineData("[2001:db8::1]:5080", true)]
    [InlineData("dashboard.example.com", true)]
    [InlineData("rebound.example", false)]
    [InlineData("dashboard.example.com.", false)]
    [InlineData("dashboard.example.com.evil.example", false)]
    [InlineData("sub.dashboard.example.com", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    public Task Request_WithoutAList_IsAnsweredUnderNamesThatFollowFromTheConfiguration(string host, bool isOurs) => AssertAsync(dashboards.Unlisted, host, isOurs);

    [Theory]
    [InlineData("sensors.example.com", true)]
    [InlineData("a.sites.example.com", true)]
    [InlineData("sites.example.com", false)]
    [InlineData("localhost", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("dashboard.example.com", false)]
    public Task Request_WithAList_IsAnsweredUnderItsNamesAlone(string host, bool isOurs) => AssertAsync(dashboards.Listed, host, isOurs);

    [Theory]
    [InlineData("POST", "/webhook", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/webhook", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", HttpStatusCode.OK)]
    public async Task Request_ThatNoHostDecides_IsAnsweredUnderAnyName(string method, string target, HttpStatusCode expected)
    {
        var answer = await WireClient.SendAsync(dashboards.Listed.Address, method, target, [("Host", "rebound.example")], [], Cancelled);

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task Push_UnderAnyHostWithAnyForwardedHeader_IsStored()
    {
        var dashboard = dashboards.Listed;
        using var push = dashboard.Sign(PushBody.Sensor("0117C5A9D0AA0001", 1, dashboard.Now(), "{}"));
        push.Headers.Host = "rebound.example";
        push.Headers.Add("X-Forwarded-For", "203.0.113.9");
        push.Headers.Add("X-Forwarded-Proto", "ftp");
        push.Headers.Add("X-Forwarded-Host", "evil.example");
        push.Headers.Add("Origin", "https://evil.example");

        using var answer = await dashboard.Client.SendAsync(push, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task AssertAsync(DashboardFactory dashboard, string host, bool isOurs)
    {
        foreach (var target in new[] { "/devices", "/api/v1/stats", "/metrics", "/d", "/favicon.svg" })
        {
            var answer = await WireClient.SendAsync(dashboard.Address, "GET", target, [("Host", host)], [], Cancelled);

            Assert.Equal(isOurs, answer.Status != HttpStatusCode.BadRequest);
            Assert.Equal(!isOurs, answer.Body.Contains("AllowedHosts", StringComparison.Ordinal));
        }
    }

    /// <summary>A program that is told its names and its proxy, and one that is not.</summary>
    public sealed class Dashboards : IAsyncLifetime
    {
        public DashboardFactory Unlisted { get; } = new();

        public DashboardFactory Listed { get; } = new(new DashboardSettings
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["AllowedHosts"] = "sensors.example.com; *.sites.example.com", ["Proxies:0"] = "127.0.0.1" },
        });

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public async ValueTask DisposeAsync()
        {
            await Unlisted.DisposeAsync();
            await Listed.DisposeAsync();
        }
    }
}
