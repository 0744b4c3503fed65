using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Tests.Api;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>Files from a running program: resumable, and the same numbers as the API's.</summary>
public sealed class ExportDownloadTests(SeededDashboard seeded) : IClassFixture<SeededDashboard>
{
    private readonly DashboardFactory _dashboard = seeded.Factory;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Download_InRanges_GivesTheSameBytes()
    {
        var address = await ExportAsync(ExportFormat.Csv);
        using var whole = await _dashboard.Client.GetAsync(address, Cancelled);
        var bytes = await whole.Content.ReadAsByteArrayAsync(Cancelled);
        var etag = Assert.IsType<EntityTagHeaderValue>(whole.Headers.ETag);

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(100, null);
        request.Headers.IfRange = new RangeConditionHeaderValue(etag);
        using var rest = await _dashboard.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(bytes[100..], await rest.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("text/csv", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(whole.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Download_OfAnUnknownId_IsNotFound()
    {
        using var answer = await _dashboard.Client.GetAsync("/exports/00000000000000000000000000000000/file", Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Readings_OfAnExport_AreTheApisToTheLetter()
    {
        var address = await ExportAsync(ExportFormat.Csv);
        var records = CsvRecords.Read(await _dashboard.Client.GetByteArrayAsync(address, Cancelled))[1..];

        var api = await _dashboard.ApiAsync("/api/v1/devices/API-SERIES/readings?metric=temperature&from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&maxPoints=1500");

        Assert.Equal(
            api.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("value").GetRawText()),
            records.Select(record => record[6]),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(ExportGrain.FiveMinutes, "PT5M")]
    [InlineData(ExportGrain.Hour, "PT1H")]
    [InlineData(ExportGrain.Day, "day")]
    public async Task Buckets_OfAnExport_AreTheApisToTheLetter(ExportGrain grain, string resolution)
    {
        var records = CsvRecords.Read(await _dashboard.Client.GetByteArrayAsync(await ExportAsync(ExportFormat.Csv, grain), Cancelled))[1..];

        var api = await _dashboard.ApiAsync($"/api/v1/devices/API-SERIES/readings?metric=temperature&from=2026-03-01T00:00:00Z&to=2026-03-01T23:59:59.999Z&resolution={resolution}&zone=UTC");

        Assert.Equal(
            api.GetProperty("points").EnumerateArray().Select(point => string.Join('|', "min avg max count".Split(' ').Select(name => point.GetProperty(name).GetRawText()))),
            records.Select(record => string.Join('|', record[6..])),
            StringComparer.Ordinal);
        Assert.Equal(120, records.Sum(record => int.Parse(record[9], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Api_OfReadings_StreamsTheSameFile()
    {
        var file = await _dashboard.Client.GetByteArrayAsync(await ExportAsync(ExportFormat.JsonLines), Cancelled);

        using var answer = await _dashboard.GetAsync("/api/v1/exports/readings?sn=API-SERIES&format=jsonl&from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(file, await answer.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Theory]
    [InlineData("from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z", "from")]
    [InlineData("from=2026-03-01T00:00:00Z", "to")]
    [InlineData("from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&resolution=PT7M", "resolution")]
    [InlineData("from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&zone=Mars/Base", "zone")]
    [InlineData("from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&format=xls", "format")]
    [InlineData("from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&status=happy", "status")]
    public async Task Api_WithABadParameter_NamesIt(string query, string parameter)
    {
        using var answer = await _dashboard.GetAsync("/api/v1/exports/readings?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"The parameter {parameter} ", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_WithoutAToken_IsRefused()
    {
        using var answer = await _dashboard.GetAsync("/api/v1/exports/readings?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z", token: null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Page_WithAFilledInAddress_IsServed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/exports?sn=API-SERIES&metric=temperature&every=day");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await _dashboard.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("API-SERIES", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    private async Task<string> ExportAsync(ExportFormat format, ExportGrain grain = ExportGrain.Raw)
    {
        var jobs = _dashboard.Services.GetRequiredService<ExportJobs>();
        var request = new ExportRequest
        {
            Content = ExportContent.Readings,
            Devices = new DeviceChoice { Sns = ["API-SERIES"] },
            From = SeededDashboard.Noon.AddHours(-12),
            To = SeededDashboard.Noon.AddHours(12),
            ZoneId = "UTC",
            Format = format,
            Grain = grain,
        };
        var estimate = await jobs.EstimateAsync(request, Cancelled);
        var ended = await jobs.EndOfAsync(() => Assert.Equal(ExportFault.None, jobs.Start(request, estimate)));
        Assert.Equal(ExportState.Done, ended.State);
        return $"/exports/{ended.Id}/file";
    }
}
