using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Backup;

/// <summary>The drill with real programs: back up a dashboard under load, restore the backup elsewhere, start it, and find every push.</summary>
public sealed class BackupProcessTests(ITestOutputHelper output)
{
    private const int Senders = 6;
    private const int Kills = 12;

    private readonly DashboardSettings _settings = new();
    private readonly ConcurrentDictionary<string, int> _acknowledged = new(StringComparer.Ordinal);
    private int _msgId;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "A restored backup holds every push acknowledged before it began, and the program goes on from it")]
    public async Task Backup_UnderLoad_IsRestoredWithEveryPushAcknowledgedBefore()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        await using var program = await DashboardProcess.StartAsync(_settings, folder.Path);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var senders = Enumerable.Range(0, Senders).Select(sender => SendUntilAsync(program, $"LOAD{sender}", enough.Token)).ToArray();
        await WaitForAcknowledgementsAsync(500);

        var before = _acknowledged.Keys.ToArray();
        var backup = await CommandAsync(folder, "backup", "--to", elsewhere.Path);
        await enough.CancelAsync();
        await Task.WhenAll(senders);

        var made = Assert.Single(Directory.GetDirectories(elsewhere.Path));
        output.WriteLine(backup.Output.Trim());
        output.WriteLine($"{before.Length} pushes acknowledged before, {_acknowledged.Count} in the end");
        Assert.StartsWith("The backup of ", (await CommandAsync(folder, "restore", made, "--check")).Output, StringComparison.Ordinal);
        using var target = new TemporaryFolder();
        Assert.Contains("Restored. Start the program.", (await CommandAsync(target, "restore", made)).Output, StringComparison.Ordinal);
        AssertHolds(target, folder, before);
        await AssertGoesOnAsync(target);
    }

    [Fact]
    public async Task Restore_IntoTheDirectoryOfARunningProgram_IsRefusedInOneLine()
    {
        using var folder = new TemporaryFolder();
        await using var program = await DashboardProcess.StartAsync(_settings, folder.Path);
        await SendAsync(program, "ONE");
        var backup = await CommandAsync(folder, "backup");
        var made = Assert.Single(Directory.GetDirectories(folder.File("backups")));
        Assert.Contains(made, backup.Output, StringComparison.Ordinal);

        var end = await DashboardProcess.RunToEndAsync(_settings, folder.Path, "restore", made, "--replace");

        Assert.NotEqual(0, end.ExitCode);
        Assert.StartsWith($"Storage: The data directory {folder.Path} is in use by another program", Assert.Single(end.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_OfAProgramThatWasKilled_HoldsWhatWasOnlyInItsWriteAheadLog()
    {
        using var folder = new TemporaryFolder();
        await using (var program = await DashboardProcess.StartAsync(_settings, folder.Path))
        {
            await SendAsync(program, "KILLED");
            program.Kill();
        }

        Assert.NotEqual(0, new FileInfo(folder.File("log.db-wal")).Length);
        await CommandAsync(folder, "backup");

        var made = Assert.Single(Directory.GetDirectories(folder.File("backups")));
        Assert.Equal(["KILLED"], SqliteReading.Column<string>(Path.Combine(made, "log.db"), "SELECT sn FROM messages"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Backup_KilledAtAnyMoment_LeavesNothingThatLooksLikeOne()
    {
        using var folder = new TemporaryFolder();
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using (var program = await DashboardProcess.StartAsync(_settings, folder.Path))
        {
            await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => SendAsync(program, "BULK")));
            await program.WaitForFoldedAsync();
        }

        var whole = await DashboardProcess.MeasureAsync(_settings, folder.Path, "backup");
        for (var kill = 0; kill < Kills; kill++)
        {
            await DashboardProcess.RunAndKillAsync(_settings, folder.Path, whole * random.NextDouble(), "backup");
            Assert.All(new BackupFolder(folder.File("backups")).List(), found => BackupCheck.Check(found.Folder, Cancelled));
        }

        await CommandAsync(folder, "backup");
        Assert.DoesNotContain(Directory.GetDirectories(folder.File("backups")), entry => entry.EndsWith(".part", StringComparison.Ordinal));
    }

    private async Task<ProgramEnd> CommandAsync(TemporaryFolder folder, params string[] arguments)
    {
        var end = await DashboardProcess.RunToEndAsync(_settings, folder.Path, arguments);
        Assert.True(end.ExitCode == 0, string.Join('\n', end.Errors));
        return end;
    }

    private async Task SendUntilAsync(DashboardProcess program, string sn, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await SendAsync(program, sn);
        }
    }

    private async Task SendAsync(DashboardProcess program, string sn)
    {
        var msgId = Interlocked.Increment(ref _msgId);
        var createdAt = TimeProvider.System.GetUtcNow().AddHours(-1).AddMilliseconds(msgId);
        using var answer = await program.SendSignedPushAsync(PushBody.Sensor(sn, msgId, createdAt, $$"""{"temperature":{{msgId}} }"""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        _acknowledged[msgId.ToString(CultureInfo.InvariantCulture)] = msgId;
    }

    private async Task WaitForAcknowledgementsAsync(int count)
    {
        using var limit = new CancellationTokenSource(DashboardFactory.Patience);
        while (_acknowledged.Count < count)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static void AssertHolds(TemporaryFolder restored, TemporaryFolder original, string[] before)
    {
        const string Rows = "SELECT id, sn, msg_id, received_at, hex(body), codec FROM messages";
        var (copy, last) = (restored.File("log.db"), SqliteReading.Scalar<long>(restored.File("log.db"), "SELECT last_id FROM log_state"));
        Assert.Equal("ok", SqliteReading.Scalar<string>(copy, "PRAGMA integrity_check"));
        Assert.Equal("ok", SqliteReading.Scalar<string>(restored.File("sensoro.db"), "PRAGMA integrity_check"));
        Assert.Empty(before.Except(SqliteReading.Column<string>(copy, "SELECT msg_id FROM messages"), StringComparer.Ordinal));
        Assert.Equal(SqliteReading.Rows(original.File("log.db"), $"{Rows} WHERE id <= {last} ORDER BY id"), SqliteReading.Rows(copy, $"{Rows} ORDER BY id"), StringComparer.Ordinal);
    }

    private async Task AssertGoesOnAsync(TemporaryFolder restored)
    {
        await using var program = await DashboardProcess.StartAsync(_settings, restored.Path);
        await SendAsync(program, "AFTER");
        await program.WaitForFoldedAsync();

        var state = restored.File("sensoro.db");
        Assert.Equal(SqliteReading.Scalar<long>(restored.File("log.db"), "SELECT count(*) FROM messages"), SqliteReading.Scalar<long>(state, "SELECT sum(count) FROM push_minutes"));
        Assert.Equal(1, SqliteReading.Scalar<long>(state, "SELECT count(*) FROM devices WHERE sn = 'AFTER'"));
    }
}
