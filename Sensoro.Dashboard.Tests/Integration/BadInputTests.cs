using System.Net;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Addresses and headers that mean to lead elsewhere: to another site, to another file, to another line.</summary>
public sealed class BadInputTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private static readonly string[] Elsewhere =
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "///evil.example", "http:evil.example", "javascript:alert(1)", "data:text/html,x",
        "evil.example", "/\t/evil.example", "/\r\nSet-Cookie: a=b", "\u00A0//evil.example", "https:///evil.example", "/%0d%0aSet-Cookie:%20a=b//", " //evil.example", "",
    ];

    public static TheoryData<string, string> Redirects()
    {
        var data = new TheoryData<string, string>();
        foreach (var address in Elsewhere)
        {
            data.Add("/language/en", address);
            data.Add("/zone/site", address);
        }

        return data;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task Choice_WithAnAddressElsewhere_StaysOnThisSite(string path, string address)
    {
        using var answer = await dashboard.GetAsync($"{path}?returnUrl={Uri.EscapeDataString(address)}", token: null);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var target = new Uri(dashboard.Address, Assert.IsType<Uri>(answer.Headers.Location));
        Assert.Equal(dashboard.Address.Authority, target.Authority);
        Assert.Equal(dashboard.Address.Scheme, target.Scheme);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], static cookie => cookie.StartsWith("a=b", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task BusyPage_WithAnAddressElsewhere_GoesBackToThisSite(string path, string address)
    {
        Assert.NotEmpty(path);
        using var answer = await dashboard.GetAsync($"/busy?returnUrl={Uri.EscapeDataString(address)}", token: null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Matches("^20; url=/(?![/\\\\])", Assert.Single(answer.Headers.GetValues("Refresh")));
    }

    [Theory]
    [InlineData("/exports/..%2f..%2flog.db/file")]
    [InlineData("/exports/%2e%2e/file")]
    [InlineData("/exports/../../log.db/file")]
    [InlineData("/exports/..%5c..%5clog.db/file")]
    [InlineData("/exports/%2Fetc%2Fpasswd/file")]
    [InlineData("/exports/log.db%00.csv/file")]
    [InlineData("/exports/%252e%252e%252flog.db/file")]
    [InlineData("/exports/....%2f%2f....%2f%2flog.db/file")]
    [InlineData("/exports/%c0%ae%c0%ae%c0%aflog.db/file")]
    [InlineData("/exports/%EF%BC%8E%EF%BC%8E%EF%BC%8Flog.db/file")]
    [InlineData("/exports/CON/file")]
    [InlineData("/exports/nul.csv/file")]
    [InlineData("/exports/file:%2f%2f%2fetc%2fpasswd/file")]
    [InlineData("/exports/~root/file")]
    [InlineData("/exports/*/file")]
    [InlineData("/dist/..%2f..%2fappsettings.json")]
    [InlineData("/dist/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/applications.json")]
    [InlineData("/keys/")]
    [InlineData("/backups/")]
    [InlineData("/log.db")]
    [InlineData("/.git/config")]
    public async Task File_ByATrickOfThePath_IsNotThere(string target)
    {
        var cookie = await SessionCookie.OfAsync(dashboard.Address, DashboardSettings.Administrator);
        var answer = await WireClient.SendAsync(dashboard.Address, "GET", target, [("Host", "localhost"), ("Cookie", cookie)], [], Cancelled);

        Assert.Contains(answer.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("SQLite format", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("LogLevel", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task Page_ByAMethodItDoesNotKnow_IsRefused(string method)
    {
        var answer = await WireClient.SendAsync(dashboard.Address, method, "/devices", [("Host", "localhost")], [], Cancelled);

        Assert.Equal("4xx", answer.StatusClass);
        Assert.DoesNotContain("TRACE /devices", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_OfForgedHeaders_KeepsEachOnItsLine()
    {
        await WireClient.SendAsync(dashboard.Address, "POST", "/hubs/telemetry/negotiate", [("Host", "localhost"), ("Origin", "https://evil.example\u0009\u00E2\u0080\u00AEfdp")], [], Cancelled);

        var lines = dashboard.Logs.GetSnapshot().Where(static line => line.Id.Id == 9101).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, static line => Assert.DoesNotContain(line.Message, static letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format));
    }

    [Fact]
    public async Task Log_OfAFloodFromAForeignPage_HasFewLines()
    {
        await using var alone = new DashboardFactory();
        for (var i = 0; i < 150; i++)
        {
            await WireClient.SendAsync(alone.Address, "POST", "/hubs/telemetry/negotiate", [("Host", "localhost"), ("Origin", "https://evil.example")], [], Cancelled);
        }

        Assert.Equal(100, alone.Logs.GetSnapshot().Count(static line => line.Id.Id == 9101));
    }

    [Fact]
    public async Task Request_WithALineBreakInAHeader_IsRefusedBeforeAnythingReadsIt()
    {
        var head = "GET /devices HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: a=b\u0000c\r\n\r\n";

        var answer = await WireClient.SendAsync(dashboard.Address, System.Text.Encoding.Latin1.GetBytes(head), Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }
}
