using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Import;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Api;
using Sensoro.Dashboard.Tests.Export;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Import;

/// <summary>What was exported comes back the same, once, and a spoilt line spoils nothing else.</summary>
public sealed class MessageImportTests(SeededDashboard seeded) : IClassFixture<SeededDashboard>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_IntoAnEmptyDirectory_GivesTheSameMessagesAndTwiceChangesNothing()
    {
        var dashboard = seeded.Factory;
        await dashboard.FoldPushesAsync(PushBody.Sensor("API-FULL", 900, SeededDashboard.Noon, """{"temperature":1}"""), PushBody.Sensor("API-FULL", 900, SeededDashboard.Noon, """{"temperature":2}"""));
        await dashboard.FoldPushesAsync(PushBody.Sensor("API-LATE", 901, SeededDashboard.Noon, """{"temperature":1}"""), PushBody.Sensor("API-LATE", 901, SeededDashboard.Noon, """{"temperature":1}"""));
        using var file = new MemoryStream();
        await dashboard.Services.GetRequiredService<Exporter>().WriteAsync(
            new ExportRequest { Content = ExportContent.Messages, From = SeededDashboard.Noon.AddYears(-1), To = SeededDashboard.Noon.AddYears(1), ZoneId = "Asia/Shanghai", Format = ExportFormat.JsonLines },
            file, null, Cancelled);
        await using var copy = Folding.NewStorage();

        var first = await ImportAsync(copy, file.ToArray());
        var messages = Messages(copy.Log);
        var second = await ImportAsync(copy, file.ToArray());

        Assert.Equal(Messages(dashboard.Log), messages);
        Assert.Equal((messages.Count, 0L), ((int)(first.Stored + first.Conflicts), first.Refused + first.Duplicates));
        Assert.Equal((0L, (long)messages.Count, 0L), (second.Stored, second.Duplicates, second.Refused));
        Assert.Equal(messages, Messages(copy.Log));
        Assert.Contains(messages, message => message.Contains("encrypted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_OfADeliveryThatIsThere_KeepsTheFirstTimeOfReceipt()
    {
        await using var stage = new ExportStage();
        stage.Storage.Fold(Stored.Sensor("TIMES", "1", receivedAt: Stored.Noon));
        var file = await stage.WriteAsync(new ExportRequest
        {
            Content = ExportContent.Messages, From = Stored.Noon.AddDays(-1), To = Stored.Noon.AddDays(1), ZoneId = "UTC", Format = ExportFormat.JsonLines,
        });
        await using var copy = Folding.NewStorage();
        copy.Log.Append([Stored.Sensor("TIMES", "1", receivedAt: Stored.Noon.AddDays(5))]);

        Assert.Equal(1, (await ImportAsync(copy, file)).Duplicates);
        Assert.Equal((Stored.Noon.AddDays(5), 1), (copy.Log.ReadAfter(0, 1)[0].Entry.ReceivedAt, copy.Log.ReadAfter(0, 1)[0].Entry.Deliveries));
    }

    [Fact]
    public async Task Import_WithSpoiltLines_TakesTheOthersAndNamesThese()
    {
        const string Good = """{"appId":"app","kind":"sensor","sn":"GOOD","msgId":"9","receivedAt":"2026-03-01T12:00:00Z","body":"{\"sn\":\"GOOD\",\"data\":{\"temperature\":1}}"}""";
        string[] lines =
        [
            "\uFEFF" + Good,
            "",
            "nonsense",
            "null",
            """{"appId":"app"}""",
            Good.Replace("\"sn\":\"GOOD\",\"msgId\"", "\"sn\":\"EVIL\",\"msgId\"", StringComparison.Ordinal),
            """{"appId":"app","kind":"sensor","sn":"X","receivedAt":"2026-03-01T12:00:00Z","body":"[1]"}""",
            """{"appId":"app","kind":"sensor","sn":"X","receivedAt":"2026-03-01T12:00:00Z","encrypted":true,"body":"{}"}""",
            "{\"appId\":\"app\",\"body\":\"\\ud800\"}",
            Good.Replace("\"9\"", "\"10\"", StringComparison.Ordinal) + "\r",
        ];
        await using var copy = Folding.NewStorage();

        var report = await ImportAsync(copy, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        Assert.Equal((2L, 7L), (report.Stored, report.Refused));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], report.Refusals.Select(refusal => refusal.Line));
        Assert.Contains("line 3: not a JSON object", ImportCommand.Closing(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfALineWithoutEnd_PassesOverIt()
    {
        var endless = new byte[20 << 20];
        Array.Fill(endless, (byte)'x');
        await using var copy = Folding.NewStorage();

        var report = await ImportAsync(copy, [.. endless, (byte)'\n', .. "nonsense"u8]);

        Assert.Equal(["the line is far too long", "not a JSON object of a message"], report.Refusals.Select(refusal => refusal.Reason), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Command_BesideARunningProgram_SaysSo()
    {
        var dashboard = seeded.Factory;
        _ = dashboard.Address;
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("m.jsonl"), "", Cancelled);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => ImportCommand.RunAsync(["import", folder.File("m.jsonl"), $"--Storage:DataDirectory={dashboard.DataDirectory}"], TextWriter.Null));

        Assert.Contains("in use by another program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_OnAFreeDirectory_ClosesWithTheCounts()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("m.jsonl");
        await File.WriteAllTextAsync(file, """{"appId":"app","kind":"sensor","sn":"GOOD","receivedAt":"2026-03-01T12:00:00Z","body":"{\"sn\":\"GOOD\",\"data\":{\"temperature\":1}}"}""", Cancelled);
        using var output = new StringWriter();
        var directory = Path.Combine(folder.Path, "data");

        await ImportCommand.RunAsync(["import", file, $"--Storage:DataDirectory={directory}"], output);
        SqliteReading.Release(directory);

        Assert.StartsWith("1 lines: 1 stored, 0 duplicates, 0 conflicts, 0 refused", output.ToString(), StringComparison.Ordinal);
        await using var next = Folding.NewStorage(dataDirectory: directory);
        Assert.Equal(1, next.FoldNext(int.MaxValue).Cursor);
    }

    [Fact]
    public async Task Command_OfAMissingFile_SaysSo()
    {
        await Assert.ThrowsAsync<ImportException>(() => ImportCommand.RunAsync(["import"], TextWriter.Null));
        var refusal = await Assert.ThrowsAsync<ImportException>(() => ImportCommand.RunAsync(["import", "/nowhere/m.jsonl"], TextWriter.Null));

        Assert.Contains("/nowhere/m.jsonl", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<ImportReport> ImportAsync(TemporaryStorage storage, byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await new MessageImport(storage.Log).RunAsync(stream, null, Cancelled);
    }

    /// <summary>Everything the log says about its messages, their numbers apart.</summary>
    private static List<string> Messages(MessageLog log) =>
    [
        .. log.ReadAfter(0, int.MaxValue).Select(message =>
            $"{message.Entry with { Id = 0 }} {(message.Entry.Encrypted ? "encrypted" : "plain")} {Encoding.UTF8.GetString(message.Body.Span)} {Encoding.UTF8.GetString(message.Sealed.Span)}"),
    ];
}
