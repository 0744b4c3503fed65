using System.Globalization;
using System.Net;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Admission;

/// <summary>D2: pages of another origin, however alike it looks, can neither open a connection nor change anything.</summary>
public sealed class OriginTests(OriginTests.Dashboard dashboard) : IClassFixture<OriginTests.Dashboard>
{
    private const string Host = "dashboard.example.com";

    private static readonly (string Method, string Target, bool IsUpgrade)[] Doors =
    [
        ("POST", "/_blazor/negotiate?negotiateVersion=1", false),
        ("POST", "/hubs/telemetry/negotiate?negotiateVersion=1", false),
        ("GET", "/_blazor", true),
        ("GET", "/hubs/telemetry", true),
        ("POST", "/_blazor/disconnect", false),
        ("DELETE", "/hubs/telemetry?id=x", false),
        ("POST", "/connect", false),
    ];

    /// <summary>Host header, Origin headers, through the proxy or not, and whether it is ours.</summary>
    private static readonly (string Host, string[] Origins, string? ForwardedProto, bool IsOurs)[] Visitors =
    [
        (Host, ["http://dashboard.example.com"], null, true),
        ("DASHBOARD.example.com", ["http://dashboard.example.com"], null, true),
        (Host + ":80", ["http://dashboard.example.com"], null, true),
        (Host + ":5080", ["http://dashboard.example.com:5080"], null, true),
        ("127.0.0.1:5080", ["http://127.0.0.1:5080"], null, true),
        ("[::1]:5080", ["http://[::1]:5080"], null, true),
        (Host, ["https://dashboard.example.com"], "https", true),
        (Host + ":443", ["https://dashboard.example.com"], "https", true),
        (Host, ["https://evil.example"], null, false),
        (Host, ["null"], null, false),
        (Host, [""], null, false),
        (Host, ["http://dashboard.example.com:81"], null, false),
        (Host + ":5080", ["http://dashboard.example.com"], null, false),
        (Host, ["https://dashboard.example.com"], null, false),
        (Host, ["http://dashboard.example.com"], "https", false),
        (Host, ["http://evil-dashboard.example.com"], null, false),
        (Host, ["http://dashboard.example.com.evil.example"], null, false),
        (Host, ["http://dashboard.example.comx"], null, false),
        (Host, ["http://dashboard.example.co"], null, false),
        (Host, ["http://sub.dashboard.example.com"], null, false),
        (Host, ["http://example.com"], null, false),
        (Host, ["http://dashboard-example.com"], null, false),
        (Host, ["http://dashboard.example.com@evil.example"], null, false),
        (Host, ["http://dashboard.example.com."], null, false),
        (Host, ["HTTP://DASHBOARD.EXAMPLE.COM"], null, false),
        (Host, ["http://dashboard.example.com/"], null, false),
        (Host, [" http://dashboard.example.com http://evil.example"], null, false),
        (Host, ["http://dashboard.example.com", "http://evil.example"], null, false),
        (Host, ["http://dashboard.example.com, http://evil.example"], null, false),
        (Host, ["dashboard.example.com"], null, false),
        (Host, ["file://dashboard.example.com"], null, false),
        ("127.0.0.1:5080", ["http://localhost:5080"], null, false),
        ("127.0.0.1:5080", ["http://127.1:5080"], null, false),
        ("[::1]:5080", ["http://[0:0:0:0:0:0:0:1]:5080"], null, false),
        (Host, [], null, false),
    ];

    public static TheoryData<string, int> Matrix()
    {
        var data = new TheoryData<string, int>();
        foreach (var door in Doors)
        {
            foreach (var index in Enumerable.Range(0, Visitors.Length))
            {
                data.Add($"{door.Method} {door.Target}", index);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Request_OfAnOrigin_IsAnsweredOnlyWhenItIsOurs(string door, int visitor)
    {
        var (method, target, isUpgrade) = Doors.Single(candidate => $"{candidate.Method} {candidate.Target}" == door);
        var (host, origins, forwardedProto, isOurs) = Visitors[visitor];

        var answer = await SendAsync(method, target, Headers(host, origins, forwardedProto, isUpgrade));

        Assert.True(isOurs == (answer.Status != HttpStatusCode.Forbidden), string.Create(CultureInfo.InvariantCulture, $"{host} {string.Join(" and ", origins)} {forwardedProto}: {answer.Status}"));
    }

    [Theory]
    [InlineData("POST", "/hubs/telemetry/negotiate?negotiateVersion=1", false, true)]
    [InlineData("GET", "/hubs/telemetry", true, true)]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", false, false)]
    [InlineData("GET", "/_blazor", true, false)]
    [InlineData("POST", "/connect", false, false)]
    public async Task Request_OfAProgramWithAToken_IsAnsweredByTheHubAlone(string method, string target, bool isUpgrade, bool isOurs)
    {
        var answer = await SendAsync(method, target, [.. Headers(Host, [], null, isUpgrade), ("Authorization", "Bearer " + DashboardSettings.ApiToken)]);

        Assert.Equal(isOurs, answer.Status != HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Request_OfAForeignPageWithAToken_IsRefusedAllTheSame()
    {
        var answer = await SendAsync("POST", "/hubs/telemetry/negotiate", [.. Headers(Host, ["https://evil.example"], null, false), ("Authorization", "Bearer " + DashboardSettings.ApiToken)]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("X-Forwarded-Proto", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FromALinkOfAnotherSite_IsAnswered()
    {
        var cookie = await SessionCookie.OfAsync(dashboard.Factory.Address, DashboardSettings.Administrator);
        var answer = await SendAsync("GET", "/devices", [.. Headers(Host, ["https://elsewhere.example"], null, false), ("Cookie", cookie)]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private static IEnumerable<(string Name, string Value)> Headers(string host, string[] origins, string? forwardedProto, bool isUpgrade)
    {
        yield return ("Host", host);
        foreach (var origin in origins)
        {
            yield return ("Origin", origin);
        }

        if (forwardedProto is not null)
        {
            yield return ("X-Forwarded-Proto", forwardedProto);
        }

        if (isUpgrade)
        {
            // Without a key: what is let through is refused by the web socket itself, which ends the exchange.
            yield return ("Upgrade", "websocket");
        }
    }

    private Task<WireResponse> SendAsync(string method, string target, IEnumerable<(string Name, string Value)> headers) =>
        WireClient.SendAsync(dashboard.Factory.Address, method, target, headers, [], TestContext.Current.CancellationToken);

    /// <summary>A program behind a proxy on the same machine that it believes.</summary>
    public sealed class Dashboard : IAsyncLifetime
    {
        public DashboardFactory Factory { get; } = new(new DashboardSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Proxies:0"] = "127.0.0.1" } });

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => Factory.DisposeAsync();
    }
}
