using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>What the database has to be before a push may be acknowledged from it.</summary>
public sealed class SqliteDatabaseTests
{
    [Theory]
    [InlineData("3.51.3")]
    [InlineData("3.51.10")]
    [InlineData("3.53.0")]
    [InlineData("4.0.0")]
    public void CheckVersion_OfASoundVersion_LetsItPass(string version) =>
        Assert.Null(Record.Exception(() => SqliteDatabase.CheckVersion(version)));

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.51.0")]
    [InlineData("3.46.1")]
    [InlineData("3.7.0")]
    [InlineData("3.9.9")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("unknown")]
    public void CheckVersion_OfAVersionThatCanCorruptTheLog_Refuses(string version)
    {
        var error = Assert.Throws<StorageException>(() => SqliteDatabase.CheckVersion(version));

        Assert.Contains("3.51.3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureReady_OnAnEmptyFolder_MakesALogThatSurvivesAPowerCut()
    {
        await using var storage = new TemporaryStorage();
        storage.Get<SqliteDatabase>().EnsureReady();

        using var log = SqliteFile.OpenLogWriter(storage.LogFile);

        Assert.Equal("wal", SqliteFile.Scalar(log, "PRAGMA journal_mode"));
        Assert.Equal("2", SqliteFile.Scalar(log, "PRAGMA synchronous"));
        SqliteDatabase.CheckVersion(SqliteFile.Scalar(log, "SELECT sqlite_version()"));
    }

    [Fact]
    public async Task EnsureReady_OnALogThatCannotTellPushesApart_RefusesInOneSentence()
    {
        using var folder = new TemporaryFolder();
        await using (var storage = new TemporaryStorage(dataDirectory: folder.Path))
        {
            storage.Get<SqliteDatabase>().EnsureReady();
        }

        SqliteReading.Execute(folder.File("log.db"), "DROP INDEX ix_messages_identity");
        await using var reopened = new TemporaryStorage(dataDirectory: folder.Path);
        var error = Assert.Throws<StorageException>(() => reopened.Get<SqliteDatabase>().EnsureReady());

        Assert.Contains("ix_messages_identity", error.Message, StringComparison.Ordinal);
        Assert.Contains(folder.File("log.db"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureReady_OnALogWithoutWriteAheadLog_Refuses()
    {
        using var folder = new TemporaryFolder();
        await using (var storage = new TemporaryStorage(dataDirectory: folder.Path))
        {
            storage.Get<SqliteDatabase>().EnsureReady();
        }

        SqliteReading.Execute(folder.File("log.db"), "PRAGMA journal_mode = DELETE");
        await using var reopened = new TemporaryStorage(dataDirectory: folder.Path);
        var error = Assert.Throws<StorageException>(() => reopened.Get<SqliteDatabase>().EnsureReady());

        Assert.Contains("journal_mode=delete", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureReady_OnAFileThatIsNoDatabase_NamesTheFile()
    {
        await using var storage = new TemporaryStorage();
        await File.WriteAllTextAsync(storage.LogFile, new string('x', 4096), TestContext.Current.CancellationToken);

        var error = Assert.Throws<StorageException>(() => storage.Get<SqliteDatabase>().EnsureReady());

        Assert.Contains(storage.LogFile, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureReady_Again_KeepsTheGenerationOfTheLog()
    {
        await using var storage = new TemporaryStorage();
        var generation = storage.Log.Generation;

        await using var reopened = new TemporaryStorage(dataDirectory: storage.DataDirectory);

        Assert.Equal(32, generation.Length);
        Assert.Equal(generation, reopened.Log.Generation);
    }

    [Fact]
    public async Task EnsureReady_ForTwoFolders_GivesEachLogItsOwnGeneration()
    {
        await using var one = new TemporaryStorage();
        await using var other = new TemporaryStorage();

        Assert.NotEqual(one.Log.Generation, other.Log.Generation, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Model_OfTheLog_HasItsMigration()
    {
        await using var storage = new TemporaryStorage();
        await using var context = await storage.Get<IDbContextFactory<LogDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Model_OfTheState_HasItsMigration()
    {
        await using var storage = new TemporaryStorage();
        await using var context = await storage.Get<IDbContextFactory<SensoroDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("readings")]
    [InlineData("latest_values")]
    [InlineData("device_messages")]
    public async Task Table_ReadByDevice_IsClusteredByItsKey(string table)
    {
        await using var storage = new TemporaryStorage();
        storage.Get<SqliteDatabase>().EnsureReady();

        Assert.EndsWith("WITHOUT ROWID", storage.InState<string>($"SELECT sql FROM sqlite_master WHERE name = '{table}'").TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages", "id,app_id,kind,sn,task_id,msg_id,created_at,received_at,encrypted,deliveries,body")]
    public async Task Log_OfTheContract_HasTheseColumns(string table, string columns)
    {
        await using var storage = new TemporaryStorage();
        storage.Get<SqliteDatabase>().EnsureReady();

        Assert.Empty(columns.Split(',').Except(SqliteReading.Column<string>(storage.LogFile, $"SELECT name FROM pragma_table_info('{table}')"), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("devices", "sn")]
    [InlineData("readings", "device_id,metric_id,at,value")]
    [InlineData("latest_values", "device_id,metric_id,at,value")]
    [InlineData("task_results", "task_id")]
    public async Task State_OfTheContract_HasTheseColumns(string table, string columns)
    {
        await using var storage = new TemporaryStorage();
        storage.Get<SqliteDatabase>().EnsureReady();

        Assert.Empty(columns.Split(',').Except(SqliteReading.Column<string>(storage.StateFile, $"SELECT name FROM pragma_table_info('{table}')"), StringComparer.Ordinal));
    }
}
