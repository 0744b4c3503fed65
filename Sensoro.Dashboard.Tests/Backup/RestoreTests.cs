using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Export;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Security;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Backup;

/// <summary>A restore brings everything or nothing, and never deletes what was there.</summary>
public sealed class RestoreTests
{
    private const string Aside = "before-restore-2026-03-02T12-00-00Z";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restore_IntoAnEmptyDirectory_GivesTheSameMessagesAndState()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        using var folder = new TemporaryFolder();

        Assert.Null(BackupStage.Restore(made, folder.Path));

        await using var restored = Folding.NewStorage(dataDirectory: folder.Path);
        Assert.Equal(Log(stage.Storage.LogFile), Log(restored.LogFile), StringComparer.Ordinal);
        Assert.Equal(stage.Storage.Content(), restored.Content(), StringComparer.Ordinal);
        Assert.Equal(4, restored.Fold(Messages.Sensor("A", "4", createdAt: Messages.Noon.AddHours(1))).Cursor);
    }

    [Fact]
    public async Task Restore_OfApplications_OpensTheirSealsAgain()
    {
        using var folder = new TemporaryFolder();
        using (var security = new SecurityStage(folder))
        {
            security.Applications.Add(SecurityStage.North);
        }

        await using var stage = new BackupStage(dataDirectory: folder.Path);
        var made = await BackUpAsync(stage);
        using var target = new TemporaryFolder();
        BackupStage.Restore(made, target.Path);

        using var restored = new SecurityStage(target);
        Assert.Equal(PushService.North.AppSecret, restored.SecretsOf(PushService.North.AppId)?.AppSecret);
    }

    /// <summary>One that was ended after the backup must not come back to life.</summary>
    [Fact]
    public async Task Restore_OfSessions_SignsEverybodyOut()
    {
        await using var stage = new BackupStage();
        stage.Storage.Fold(Messages.Sensor("A", "1"));
        using (var state = new SqliteConnection($"Data Source={stage.Storage.StateFile};Foreign Keys=False;Pooling=False"))
        {
            state.Open();
            using var command = state.CreateCommand();
            command.CommandText = "INSERT INTO sessions (id, user_id, made_at, seen_at, device, is_kept) VALUES ('one', 'lin.wei', 0, 0, 'a browser', 1)";
            command.ExecuteNonQuery();
        }

        var made = await BackUpAsync(stage);
        using var folder = new TemporaryFolder();
        BackupStage.Restore(made, folder.Path);

        Assert.Equal(1, stage.Storage.InState<int>("SELECT count(*) FROM sessions"));
        Assert.Equal([0L], SqliteReading.Column<long>(folder.File("sensoro.db"), "SELECT count(*) FROM sessions"));
        Assert.False(File.Exists(folder.File("sensoro.db-wal")));
    }

    [Fact]
    public async Task Restore_OverData_RefusesAndChangesNothing()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        using var folder = await OtherDataAsync();
        var before = await File.ReadAllBytesAsync(folder.File("log.db"), Cancelled);

        var error = Assert.Throws<BackupException>(() => BackupStage.Restore(made, folder.Path));

        Assert.Contains("--replace", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File("log.db"), Cancelled));
    }

    [Fact]
    public async Task Restore_ThatReplaces_MovesWhatWasThereAside()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        using var folder = await OtherDataAsync();
        await File.WriteAllTextAsync(folder.File("applications.json"), "old", Cancelled);
        await File.WriteAllTextAsync(folder.File("log.db-wal"), "", Cancelled);

        var aside = BackupStage.Restore(made, folder.Path, replaces: true);

        Assert.Equal(folder.File(Aside), aside);
        Assert.Equal(["OTHER"], SqliteReading.Column<string>(Path.Combine(folder.File(Aside), "log.db"), "SELECT sn FROM messages"), StringComparer.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.File(Aside), "applications.json")));
        Assert.False(File.Exists(folder.File("applications.json")));
        await using var restored = Folding.NewStorage(dataDirectory: folder.Path);
        Assert.Equal(stage.Storage.Content(), restored.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Restore_BesideARunningProgram_IsRefused()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        using var folder = new TemporaryFolder();
        using var running = new RestoreTarget(folder.Path);
        running.Restore.Run(made, replaces: false);

        var error = Assert.Throws<StorageException>(() => BackupStage.Restore(made, folder.Path, replaces: true));

        Assert.Contains("in use by another program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfANewerVersionsFiles_IsRefused()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        var newer = made with { Manifest = made.Manifest with { Database = made.Manifest.Database with { StateSchema = "29990101000000_Later" } } };
        using var folder = new TemporaryFolder();
        using var target = new RestoreTarget(folder.Path);

        Assert.Equal(BackupFault.Refused, Assert.Throws<BackupException>(() => target.Restore.Run(newer, replaces: false)).Fault);
    }

    [Fact]
    public async Task Restore_WithoutRoom_IsRefused()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        using var folder = new TemporaryFolder();
        using var target = new RestoreTarget(folder.Path, new ScarceSpace(plentifulLooks: 0));

        Assert.Equal(BackupFault.NoRoom, Assert.Throws<BackupException>(() => target.Restore.Run(made, replaces: false)).Fault);
        Assert.Equal(["in-use.lock"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Start_AfterARestoreThatWasCutOff_FinishesIt(int moves)
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        using var folder = await OtherDataAsync();
        await CutOffAsync(made, folder, moves);

        await using var restored = Folding.NewStorage(dataDirectory: folder.Path);

        Assert.Equal(3, restored.Log.LastId);
        Assert.Equal(stage.Storage.Content(), restored.Content(), StringComparer.Ordinal);
        Assert.Equal(["OTHER"], SqliteReading.Column<string>(Path.Combine(folder.File(Aside), "log.db"), "SELECT sn FROM messages"), StringComparer.Ordinal);
        Assert.False(Directory.Exists(folder.File("restored")));
    }

    [Fact]
    public async Task Start_AfterARestoreThatWasNotDecided_KeepsWhatIsThere()
    {
        await using var stage = new BackupStage();
        var made = await BackUpAsync(stage);
        using var folder = await OtherDataAsync();
        new RestoredFiles(folder.Path).Begin();
        File.Copy(Path.Combine(made.Folder, "log.db"), Path.Combine(folder.Path, "restored.part", "log.db"));

        await using var there = Folding.NewStorage(dataDirectory: folder.Path);

        Assert.Equal(1, there.Log.LastId);
    }

    /// <summary>Brings a restore to its decision and then only so many of its moves.</summary>
    private static async Task CutOffAsync(FoundBackup made, TemporaryFolder folder, int moves)
    {
        var restored = new RestoredFiles(folder.Path);
        restored.Begin();
        foreach (var name in new[] { "log.db", "sensoro.db" })
        {
            File.Copy(Path.Combine(made.Folder, name), Path.Combine(folder.Path, "restored.part", name));
        }

        restored.Decide(Messages.Noon.AddDays(1));
        var aside = Directory.CreateDirectory(folder.File(Aside)).FullName;
        foreach (var (from, to) in new[]
        {
            (folder.File("log.db"), Path.Combine(aside, "log.db")),
            (Path.Combine(folder.Path, "restored", "log.db"), folder.File("log.db")),
            (folder.File("sensoro.db"), Path.Combine(aside, "sensoro.db")),
            (Path.Combine(folder.Path, "restored", "sensoro.db"), folder.File("sensoro.db")),
        }.Take(moves))
        {
            File.Move(from, to);
        }

        await Task.CompletedTask;
    }

    private static Task<FoundBackup> BackUpAsync(BackupStage stage)
    {
        stage.Storage.Fold(Messages.Sensor("A", "1"), Messages.Sensor("B", "2"), Messages.Task("7", "3"));
        return stage.BackUpAsync();
    }

    /// <summary>A directory with one message of its own, closed.</summary>
    private static async Task<TemporaryFolder> OtherDataAsync()
    {
        var folder = new TemporaryFolder();
        await using var storage = Folding.NewStorage(dataDirectory: folder.Path);
        storage.Fold(Messages.Sensor("OTHER", "1"));
        return folder;
    }

    private static List<string> Log(string file) => SqliteReading.Rows(file, "SELECT id, app_id, kind, sn, task_id, msg_id, received_at, deliveries, hex(body) FROM messages ORDER BY id");
}
