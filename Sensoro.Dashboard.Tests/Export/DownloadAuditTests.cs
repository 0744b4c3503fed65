using System.Net;
using System.Net.Http.Headers;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Tests.Api;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>Whoever takes data out has an entry in the trail before the first byte of it leaves.</summary>
public sealed class DownloadAuditTests : IAsyncDisposable
{
    private const string Span = "from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z";

    private readonly DashboardFactory _dashboard = new(new DashboardSettings { Clock = new StoppedClock(SeededDashboard.Noon) });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData("/devices/list.csv", "the list of devices")]
    [InlineData("/audit.csv", "the audit trail")]
    public async Task Download_ByAPerson_IsWrittenDownOnce(string path, string target)
    {
        await _dashboard.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), Cancelled);

        var entry = Assert.Single(await DownloadsAsync());
        Assert.Equal((DashboardSettings.Administrator, target, true), (entry.Actor, entry.Target, IPAddress.IsLoopback(IPAddress.Parse(entry.Address ?? ""))));
    }

    /// <summary>The file tells of its own download, so that was written down before the file.</summary>
    [Fact]
    public async Task Trail_ThatIsDownloaded_BeginsWithItsDownload()
    {
        var records = CsvRecords.Read(await _dashboard.Client.GetByteArrayAsync(new Uri("/audit.csv", UriKind.Relative), Cancelled));

        Assert.Equal(["download", "the audit trail"], records[1][4..6], StringComparer.Ordinal);
    }

    [Fact]
    public async Task File_OfAnExport_IsWrittenDownWithWhatItHoldsForEachRequest()
    {
        await _dashboard.FoldPushesAsync(PushBody.Sensor("TAKEN-OUT", 1, SeededDashboard.Noon, """{"temperature":5}"""));
        var file = new Uri($"/exports/{await ExportAsync()}/file", UriKind.Relative);

        await _dashboard.Client.GetByteArrayAsync(file, Cancelled);
        using var rest = new HttpRequestMessage(HttpMethod.Get, file);
        rest.Headers.Range = new RangeHeaderValue(10, null);
        using var answer = await _dashboard.Client.SendAsync(rest, Cancelled);

        var entries = await DownloadsAsync();
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(["devices TAKEN-OUT; metrics temperature; Raw; csv; 1 rows; a part of the file", "devices TAKEN-OUT; metrics temperature; Raw; csv; 1 rows"], entries.Select(static entry => entry.After ?? ""), StringComparer.Ordinal);
        Assert.All(entries, static entry => Assert.Equal("Readings, 2026-03-01 00:00:00Z to 2026-03-02 00:00:00Z", entry.Target));
    }

    [Fact]
    public async Task Export_ByAProgram_IsWrittenDownWithItsNameAndItsFilter()
    {
        using var answer = await _dashboard.GetAsync($"/api/v1/exports/readings?{Span}&search=a%0D%0Ab%E2%80%AEc&status=lost&format=jsonl&resolution=day");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entry = Assert.Single(await DownloadsAsync());
        Assert.Equal(("tests", @"devices by filter: search a\u000D\u000Ab\u202Ec, status lost; Day; jsonl"), (entry.Actor, entry.After));
    }

    [Theory]
    [InlineData("/api/v1/exports/readings?" + Span, null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/exports/readings?from=yesterday", DashboardSettings.ApiToken, HttpStatusCode.BadRequest)]
    [InlineData("/exports/00000000000000000000000000000000/file", null, HttpStatusCode.Unauthorized)]
    [InlineData("/devices/list.csv", null, HttpStatusCode.Unauthorized)]
    [InlineData("/audit.csv", DashboardSettings.ApiToken, HttpStatusCode.Forbidden)]
    public async Task Download_ThatIsRefused_IsNone(string path, string? token, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _dashboard.Stranger.SendAsync(request, Cancelled);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await DownloadsAsync());
    }

    private async Task<IReadOnlyList<AuditEntry>> DownloadsAsync() =>
        [.. (await _dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter { Action = "download" }, null, 10, Cancelled)).Select(static link => link.Entry)];

    private async Task<string> ExportAsync()
    {
        var jobs = _dashboard.Get<ExportJobs>();
        var request = new ExportRequest
        {
            Content = ExportContent.Readings,
            Devices = new DeviceChoice { Sns = ["TAKEN-OUT"] },
            Metrics = ["temperature"],
            From = SeededDashboard.Noon.AddHours(-12),
            To = SeededDashboard.Noon.AddHours(12),
            ZoneId = "UTC",
        };
        var estimate = await jobs.EstimateAsync(request, Cancelled);
        var ended = await jobs.EndOfAsync(() => Assert.Equal(ExportFault.None, jobs.Start(request, estimate)));
        Assert.Equal(ExportState.Done, ended.State);
        return ended.Id;
    }
}
