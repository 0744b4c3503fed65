using System.Globalization;
using System.Text.Json;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Tests.Api;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Audit;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>Every file for spreadsheets that the running program hands out, of a fleet that would like to run something.</summary>
public sealed class SpreadsheetTests(SpreadsheetTests.Fleet fleet) : IClassFixture<SpreadsheetTests.Fleet>
{
    private const string Span = "from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z";

    private static readonly string[] Formulas =
    [
        "=cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+9)*cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\",\"ok\")", "  =1+1", "\u3000=1+1",
        "\uFEFF=1+1", "\u200B=1+1", "\uFF1D1+1", "\uFF20SUM(1)", "\uFF0B1", "\uFF0D1", "\",=1+1,\"", "=1+1\",\"x", ";=1+1",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/devices/list.csv")]
    [InlineData("/audit.csv")]
    [InlineData("/api/v1/exports/readings?" + Span)]
    [InlineData("/api/v1/exports/readings?" + Span + "&resolution=day")]
    [InlineData("Messages")]
    [InlineData("Tasks")]
    [InlineData("Readings")]
    public async Task File_OfAFleetOfFormulas_HasNoneInAnyCell(string source)
    {
        var records = CsvRecords.Read(await FetchAsync(source));

        Assert.True(records.Count > 1, "The file is empty.");
        Assert.All(records, record => Assert.Equal(records[0].Length, record.Length));
        Assert.All(records.SelectMany(static record => record), AssertHarmless);
        Assert.Contains(records.SelectMany(static record => record), static cell => cell.StartsWith('\'') || cell.Contains("cmd|", StringComparison.Ordinal));
    }

    private static void AssertHarmless(string cell)
    {
        var first = cell.FirstOrDefault(static letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format);
        Assert.True(
            !"=+-@\uFF1D\uFF0B\uFF0D\uFF20".Contains(first, StringComparison.Ordinal) || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            $"A spreadsheet would run: {cell}");
    }

    private async Task<byte[]> FetchAsync(string source)
    {
        if (source.StartsWith("/api", StringComparison.Ordinal))
        {
            using var answer = await fleet.Dashboard.GetAsync(source);
            return await answer.Content.ReadAsByteArrayAsync(Cancelled);
        }

        return await fleet.Dashboard.Client.GetByteArrayAsync(new Uri(source[0] == '/' ? source : await ExportAsync(Enum.Parse<ExportContent>(source)), UriKind.Relative), Cancelled);
    }

    private async Task<string> ExportAsync(ExportContent content)
    {
        var jobs = fleet.Dashboard.Get<ExportJobs>();
        var request = new ExportRequest { Content = content, From = SeededDashboard.Noon.AddHours(-12), To = SeededDashboard.Noon.AddHours(12), ZoneId = "UTC", UnitRow = true };
        var estimate = await jobs.EstimateAsync(request, Cancelled);
        var ended = await jobs.EndOfAsync(() => Assert.Equal(ExportFault.None, jobs.Start(request, estimate)), job => job.Request == request);
        Assert.Equal(ExportState.Done, ended.State);
        return $"/exports/{ended.Id}/file";
    }

    /// <summary>Devices whose SNs, types, names, tags, data and tasks are formulas.</summary>
    public sealed class Fleet : IAsyncLifetime
    {
        public DashboardFactory Dashboard { get; } = new(new DashboardSettings { Clock = new StoppedClock(SeededDashboard.Noon) });

        public async ValueTask InitializeAsync()
        {
            foreach (var (number, formula) in Formulas.Index())
            {
                var text = JsonEncodedText.Encode(formula).ToString();
                await Dashboard.StorePushesAsync(
                    PushBody.Sensor(text, (number * 10) + 1, SeededDashboard.Noon, $$"""{"temperature":-{{number}},"note":"{{text}}","{{text}}":1}""", text),
                    PushBody.Task($"\"{text}\"", (number * 10) + 2, SeededDashboard.Noon, 0, $$"""{"{{text}}":"{{text}}"}"""));
            }

            await Dashboard.WaitForFoldedAsync();
            var edits = Dashboard.Get<DeviceEdits>();
            var trail = Dashboard.Get<AuditTrail>();
            foreach (var formula in Formulas)
            {
                await edits.LabelAsync([formula], _ => DeviceLabels.TryCreate(formula, [formula], out var labels) == LabelFault.None ? labels : DeviceLabels.None, Cancelled);
                trail.Append(AuditAction.ViewSaved, formula, formula, formula);
            }
        }

        public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
    }
}
