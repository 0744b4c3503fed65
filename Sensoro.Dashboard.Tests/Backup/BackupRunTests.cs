using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Export;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Backup;

/// <summary>A backup is made beside the running program and counts only after it was read back.</summary>
public sealed class BackupRunTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OnFilesInUse_CopiesEverythingAndSaysWhatItHolds()
    {
        await using var stage = new BackupStage();
        stage.Storage.Fold(Messages.Sensor("A", "1"), Messages.Sensor("B", "2"), Messages.Task("7", "3"));
        await File.WriteAllTextAsync(Path.Combine(stage.Storage.DataDirectory, "applications.json"), "{}", Cancelled);
        Directory.CreateDirectory(Path.Combine(stage.Storage.DataDirectory, "keys"));
        await File.WriteAllTextAsync(Path.Combine(stage.Storage.DataDirectory, "keys", "key-1.xml"), "<key />", Cancelled);

        var made = await stage.BackUpAsync();

        Assert.Equal(Path.Combine(stage.Backups, "2026-03-01T12-00-00Z"), made.Folder);
        Assert.Equal(["applications.json", "keys/key-1.xml", "log.db", "sensoro.db"], made.Manifest.Files.Select(file => file.Name), StringComparer.Ordinal);
        var database = made.Manifest.Database;
        Assert.Equal((3L, 3L, 3L, 2L), (database.Messages, database.LastId, database.Cursor, database.Devices));
        Assert.Equal(stage.Storage.Log.Generation, database.Generation);
        Assert.Equal(made.Manifest.Files, BackupCheck.Check(made.Folder, Cancelled).Manifest.Files);
        Assert.Equal(["applications.json", "keys", "log.db", "manifest.json", "sensoro.db"], Names(made.Folder), StringComparer.Ordinal);
        Assert.Equal($"backup {made.Folder}", stage.Storage.InState<string>("SELECT action || ' ' || target FROM audit"));
    }

    [Fact]
    public async Task Run_TwiceWithinASecond_MakesTwo()
    {
        await using var stage = new BackupStage();
        stage.Storage.Fold(Messages.Sensor("A", "1"));

        var first = await stage.BackUpAsync();
        var second = await stage.BackUpAsync();

        Assert.Equal([Path.Combine(stage.Backups, "2026-03-01T12-00-01Z"), first.Folder], new BackupFolder(stage.Backups).List().Select(static found => found.Folder), StringComparer.Ordinal);
        Assert.Equal(first.Manifest.CreatedAt, BackupCheck.Check(second.Folder, Cancelled).Manifest.CreatedAt);
    }

    [Fact]
    public async Task Run_OfAFolder_LetsNobodyElseReadIt()
    {
        await using var stage = new BackupStage();
        stage.Storage.Fold(Messages.Sensor("A", "1"));

        var made = await stage.BackUpAsync();

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(made.Folder) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task Run_WhileMessagesAreAppendedAndFolded_HoldsEveryOneUpToItsLast()
    {
        await using var stage = new BackupStage();
        var storage = stage.Storage;
        for (var first = 0; first < 40_000; first += 2_000)
        {
            storage.Fold([.. Enumerable.Range(first, 2_000).Select(i => Messages.Sensor($"SN{i % 50}", $"{i}", createdAt: Messages.Noon.AddSeconds(i)))]);
        }

        var acknowledged = storage.Log.LastId;
        var backup = Task.Run(stage.BackUpAsync, Cancelled);
        var appended = 0;
        while (!backup.IsCompleted)
        {
            storage.Fold(Messages.Sensor("LATE", $"late-{appended}", createdAt: Messages.Noon.AddSeconds(appended)));
            appended++;
        }

        var made = await backup;
        var (copy, last) = (Path.Combine(made.Folder, "log.db"), made.Manifest.Database.LastId);
        Assert.InRange(last, acknowledged, storage.Log.LastId);
        Assert.InRange(made.Manifest.Database.Cursor, acknowledged, last);
        Assert.Equal(last, made.Manifest.Database.Messages);
        Assert.Equal(
            SqliteReading.Rows(storage.LogFile, $"SELECT id, sn, msg_id, received_at, content_hash, codec, hex(body) FROM messages WHERE id <= {last} ORDER BY id"),
            SqliteReading.Rows(copy, "SELECT id, sn, msg_id, received_at, content_hash, codec, hex(body) FROM messages ORDER BY id"),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Run_OnADiskThatIsTooFull_RefusesBeforeItWrites()
    {
        await using var stage = new BackupStage(more: services => services.AddSingleton<FreeSpace>(new ScarceSpace(plentifulLooks: 0)));
        stage.Storage.Fold(Messages.Sensor("A", "1"));

        var error = await Assert.ThrowsAsync<BackupException>(stage.BackUpAsync);

        Assert.Equal(BackupFault.NoRoom, error.Fault);
        Assert.Empty(Directory.GetDirectories(stage.Backups));
    }

    [Fact]
    public async Task Run_WithoutDatabases_SaysWhereItLooked()
    {
        using var folder = new TemporaryFolder();
        await using var stage = new BackupStage(dataDirectory: folder.Path);

        var error = await Assert.ThrowsAsync<BackupException>(stage.BackUpAsync);

        Assert.Equal(BackupFault.NothingThere, error.Fault);
        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OneMoreThanAreKept_DeletesTheOldest()
    {
        await using var stage = new BackupStage(more: services => services.Configure<BackupOptions>(options => options.Keep = 2));
        stage.Storage.Fold(Messages.Sensor("A", "1"));
        for (var day = 0; day < 4; day++)
        {
            await stage.BackUpAsync();
            stage.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["2026-03-03T12-00-00Z", "2026-03-04T12-00-00Z", "in-use.lock"], Names(stage.Backups), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Run_IntoAFolderNamedByHand_DeletesNothingThere()
    {
        using var folder = new TemporaryFolder();
        await using var stage = new BackupStage(more: services => services.Configure<BackupOptions>(options => options.Keep = 1));
        stage.Storage.Fold(Messages.Sensor("A", "1"));
        await stage.Run.RunAsync(folder.Path, Cancelled);
        stage.Clock.Advance(TimeSpan.FromDays(1));

        await stage.Run.RunAsync(folder.Path, Cancelled);

        Assert.Equal(2, Directory.GetDirectories(folder.Path).Length);
    }

    [Fact]
    public async Task Run_BesideAnotherOne_IsRefused()
    {
        await using var stage = new BackupStage();
        stage.Storage.Fold(Messages.Sensor("A", "1"));
        using var other = stage.Run.Scheduled.Take();

        Assert.Equal(BackupFault.Busy, (await Assert.ThrowsAsync<BackupException>(stage.BackUpAsync)).Fault);
    }

    [Fact]
    public async Task Run_AfterOneThatWasCutOff_DeletesWhatThatLeft()
    {
        await using var stage = new BackupStage();
        stage.Storage.Fold(Messages.Sensor("A", "1"));
        var part = Path.Combine(stage.Backups, "2026-02-28T12-00-00Z.part");
        Directory.CreateDirectory(part);
        await File.WriteAllTextAsync(Path.Combine(part, "log.db"), "half", Cancelled);
        Assert.Empty(stage.Run.Scheduled.List());

        await stage.BackUpAsync();

        Assert.False(Directory.Exists(part));
        Assert.Single(stage.Run.Scheduled.List());
    }

    [Fact]
    public async Task Run_Cancelled_LeavesNothing()
    {
        await using var stage = new BackupStage();
        stage.Storage.Fold(Messages.Sensor("A", "1"));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.Run.RunAsync(to: null, cancelled.Token));

        Assert.Empty(Directory.GetDirectories(stage.Backups));
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal);
}
