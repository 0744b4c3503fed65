using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sensoro.Dashboard.Tests.Api;

/// <summary>The calls that tell a device's history: wanted resolutions, states, tracks, reliability.</summary>
public sealed class HistoryApiTests(SeededDashboard seeded) : IClassFixture<SeededDashboard>
{
    private const string Series = "/api/v1/devices/API-SERIES/readings?metric=temperature";

    [Theory]
    [InlineData("&resolution=raw", "raw", 120)]
    [InlineData("&resolution=PT30M", "PT30M", 5)]
    [InlineData("&resolution=hour", "PT1H", 3)]
    [InlineData("&resolution=day&zone=Asia/Shanghai", "day Asia/Shanghai", 1)]
    [InlineData("&resolution=month&zone=America/New_York", "month America/New_York", 1)]
    public async Task Readings_OfAWantedResolution_ComeInIt(string query, string resolution, int points)
    {
        var series = await seeded.Factory.ApiAsync(Series + query);

        Assert.Equal((resolution, points), (series.GetProperty("resolution").GetString(), series.GetProperty("points").GetArrayLength()));
        Assert.Equal(120, series.GetProperty("points").EnumerateArray().Sum(point => point.TryGetProperty("count", out var count) && count.ValueKind == JsonValueKind.Number ? count.GetInt32() : 1));
    }

    [Theory]
    [InlineData(Series + "&resolution=fine", "resolution")]
    [InlineData(Series + "&resolution=P1M", "resolution")]
    [InlineData(Series + "&resolution=day&zone=Mars/Olympus", "zone")]
    [InlineData(Series + "&zone=../../etc/passwd", "zone")]
    [InlineData("/api/v1/devices/API-SERIES/readings?metric=nonsense", "metric")]
    [InlineData("/api/v1/devices/API-SERIES/states?metric=nonsense", "metric")]
    [InlineData("/api/v1/devices/API-SERIES/states?metric=door&from=2026-03-02&to=2026-03-01", "from")]
    [InlineData("/api/v1/devices/API-SERIES/states?metric=door&limit=0", "limit")]
    [InlineData("/api/v1/devices/API-SERIES/track?from=2926-03-02&to=2926-03-03", "from")]
    [InlineData("/api/v1/devices/API-SERIES/track?maxPoints=5", "maxPoints")]
    public async Task Call_WithAWrongParameter_Is400AndNamesIt(string path, string parameter)
    {
        using var answer = await seeded.Factory.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.StartsWith($"The parameter {parameter} ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/devices/NOBODY/states?metric=door")]
    [InlineData("/api/v1/devices/NOBODY/track")]
    [InlineData("/api/v1/devices/NOBODY/reliability")]
    public async Task Device_ThatIsNotKnown_Is404(string path)
    {
        using var answer = await seeded.Factory.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task States_OfAnAlarm_AreIntervals()
    {
        var states = await seeded.Factory.ApiAsync("/api/v1/devices/API-FULL/states?metric=leak");

        Assert.Equal(
            """[{"from":"2026-03-01T11:59:55.000Z","to":"2026-03-01T12:00:00.000Z","active":true,"seconds":5,"changes":0}]""",
            states.GetProperty("intervals").GetRawText());
    }

    [Fact]
    public async Task Track_OfADeviceWithAFix_IsInWgs84()
    {
        var point = Assert.Single((await seeded.Factory.ApiAsync("/api/v1/devices/API-FULL/track")).GetProperty("points").EnumerateArray());

        Assert.Equal("2026-03-01T11:59:55.000Z", point.GetProperty("at").GetString());
        Assert.InRange(point.GetProperty("lon").GetDouble(), 116.38, 116.4);
        Assert.InRange(point.GetProperty("lat").GetDouble(), 39.89, 39.9);
    }

    [Fact]
    public async Task Reliability_OfADeviceWithAnInterval_IsReceivedOfExpected()
    {
        var found = await seeded.Factory.ApiAsync("/api/v1/devices/API-FULL/reliability");

        Assert.Equal((1, 1, 1.0), (found.GetProperty("received").GetInt32(), found.GetProperty("expected").GetInt32(), found.GetProperty("share").GetDouble()));
    }
}
