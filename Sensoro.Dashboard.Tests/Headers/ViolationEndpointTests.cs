using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Headers;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Headers;

/// <summary>Browsers can report what the policy stopped; strangers cannot fill memory, disk or log with it.</summary>
public sealed class ViolationEndpointTests(ViolationEndpointTests.Dashboard dashboard) : IClassFixture<ViolationEndpointTests.Dashboard>
{
    private const string Report = """{"csp-report":{"document-uri":"http://127.0.0.1/map?q=private#x","effective-directive":"script-src-elem","blocked-uri":"https://evil.example/\r\n\u202Ex.js"}}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_OfABrowser_IsKeptAndLoggedOnOneLine()
    {
        Assert.Equal(HttpStatusCode.NoContent, await dashboard.ReportAsync(Report));

        var kept = dashboard.Factory.Services.GetRequiredService<ViolationReports>().Newest;
        Assert.Contains(kept, static report => report is { Directive: "script-src-elem", Page: "http://127.0.0.1/map" });
        Assert.Contains(dashboard.Factory.Logs.GetSnapshot(), static line => line.Message == @"A browser reports that script-src-elem has stopped https://evil.example/\u000D\u000A\u202Ex.js on http://127.0.0.1/map");
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.NoContent)]
    [InlineData("""{"csp-report":[]}""", HttpStatusCode.NoContent)]
    [InlineData("""{"csp-report":{"document-uri":7}}""", HttpStatusCode.NoContent)]
    public async Task Report_ThatIsNone_IsRefused(string body, HttpStatusCode expected) => Assert.Equal(expected, await dashboard.ReportAsync(body));

    [Fact]
    public async Task Report_BeyondTheSize_IsRefusedUnread() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await dashboard.ReportAsync(new string('x', ViolationEndpoint.MaxBytes + 1)));

    [Fact]
    public async Task Reports_InAFlood_KeepTheNewestAndFewLines()
    {
        for (var i = 0; i < ViolationReports.MostKept + 20; i++)
        {
            Assert.Equal(HttpStatusCode.NoContent, await dashboard.ReportAsync(Report));
        }

        Assert.Equal(ViolationReports.MostKept, dashboard.Factory.Services.GetRequiredService<ViolationReports>().Newest.Count);
        Assert.InRange(dashboard.Factory.Logs.GetSnapshot().Count(static line => line.Id.Id == 9000), 1, 20);
    }

    /// <summary>A program that takes as many reports as a test sends.</summary>
    public sealed class Dashboard : IAsyncLifetime
    {
        public DashboardFactory Factory { get; } = new(new DashboardSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits:ReportsPerMinute"] = "0" } });

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => Factory.DisposeAsync();

        public async Task<HttpStatusCode> ReportAsync(string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/csp-reports") { Content = new StringContent(body, Encoding.UTF8, "application/csp-report") };
            request.Headers.Add("Origin", Factory.Address.GetLeftPart(UriPartial.Authority));
            using var answer = await Factory.Client.SendAsync(request, Cancelled);
            return answer.StatusCode;
        }
    }
}
