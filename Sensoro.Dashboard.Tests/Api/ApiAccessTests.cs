using System.Net;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Api;

/// <summary>Who may read what.</summary>
public sealed class ApiAccessTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    public static TheoryData<string> Calls =>
    [
        "/api/v1/devices", "/api/v1/devices/X", "/api/v1/devices/X/readings?metric=temperature", "/api/v1/messages", "/api/v1/tasks", "/api/v1/stats",
    ];

    public static TheoryData<string> WrongTokens =>
    [
        "", "wrong-token-0123456789", DashboardSettings.ApiToken + "x", DashboardSettings.ApiToken[..^1], "READ-TOKEN-0123456789",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WithoutAToken_Is401AndSaysHowToSendOne(string path)
    {
        using var answer = await dashboard.GetAsync(path, token: null);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
        Assert.Contains("Authorization: Bearer", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task Call_WithAWrongToken_Is401(string token)
    {
        using var answer = await dashboard.GetAsync("/api/v1/stats", token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("Basic cmVhZC10b2tlbi0wMTIzNDU2Nzg5")]
    [InlineData(DashboardSettings.ApiToken)]
    [InlineData("Token " + DashboardSettings.ApiToken)]
    public async Task Call_WithTheTokenInAnotherScheme_Is401(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var answer = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Call_WithTheTokenInTheQuery_Is401()
    {
        using var answer = await dashboard.GetAsync($"/api/v1/stats?token={DashboardSettings.ApiToken}&access_token={DashboardSettings.ApiToken}", token: null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Call_ThatWouldChangeSomething_Is405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/devices");
        request.Headers.Authorization = new("Bearer", DashboardSettings.ApiToken);

        using var answer = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task OpenApi_OfTheReadApi_NamesEachCall()
    {
        var document = await dashboard.ApiAsync("/openapi/v1.json");

        Assert.Equal(
            ["/api/v1/devices", "/api/v1/devices/{sn}", "/api/v1/devices/{sn}/readings", "/api/v1/devices/{sn}/reliability", "/api/v1/devices/{sn}/states", "/api/v1/devices/{sn}/track", "/api/v1/exports/readings", "/api/v1/messages", "/api/v1/stats", "/api/v1/tasks"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningProgram_IsHealthy(string path)
    {
        using var answer = await dashboard.GetAsync(path, token: null);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Metrics_AfterAPush_TellOfThePipeline()
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor("METRICS", 1, dashboard.Now(), """{"temperature":1}"""));

        using var answer = await dashboard.GetAsync("/metrics", token: null);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var name in new[] { "sensoro_ingestion_batch_size", "sensoro_ingestion_commit_duration", "sensoro_ingestion_queue_depth", "sensoro_projection_fold_size", "sensoro_projection_lag" })
        {
            Assert.Contains(name, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("METRICS", text, StringComparison.Ordinal);
    }
}
