using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Sensoro.Dashboard.Ingestion;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Export;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Ingestion;

/// <summary>Whether the log can be written is known although nobody sends.</summary>
public sealed class LogWatchTests
{
    private readonly IngestionParts _parts = new();
    private readonly FakeLogger<LogWatch> _logger = new();

    [Fact]
    public async Task Look_AfterTheFaultIsGone_SaysThatTheLogCanBeWritten()
    {
        await using var storage = new TemporaryStorage();
        using var log = new GatedMessageLog(storage.Log) { SeemsFull = true, Fault = new StorageException("The disk is full.") };
        using var watch = Watch(log);

        watch.Look();
        watch.Look();
        Assert.True(_parts.Status.IsLogFailing);
        log.Fault = null;
        watch.Look();

        Assert.False(_parts.Status.IsLogFailing);
        Assert.Equal([2003, 2004], _logger.Collector.GetSnapshot().Select(record => record.Id.Id));
    }

    [Fact]
    public async Task Look_WithLittleRoomThatCanBeWritten_SaysNothing()
    {
        await using var storage = new TemporaryStorage(services => services.AddSingleton<FreeSpace>(new ScarceSpace(plentifulLooks: 0)));
        using var watch = Watch(storage.Log);
        Assert.False(storage.Log.HasRoom);

        watch.Look();

        Assert.False(_parts.Status.IsLogFailing);
        Assert.Empty(_logger.Collector.GetSnapshot());
        Assert.DoesNotContain(Directory.GetFiles(storage.DataDirectory), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_OnADiskThatFails_EndsTheProgram()
    {
        await using var storage = new TemporaryStorage();
        using var log = new GatedMessageLog(storage.Log) { SeemsFull = true, Fault = new StorageException("The disk failed.") { IsDiskFailure = true } };
        using var watch = Watch(log);

        watch.Look();

        Assert.Equal(1, _parts.Exit.Begun);
        Assert.False(await _parts.Queue.TryEnqueueAsync(IngestionParts.Push(1)));
    }

    [Fact]
    public async Task Probe_OfALog_KeepsItsMessagesAndItsIds()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.Append([Messages.Sensor("A", "1")]);

        storage.Log.Probe();
        storage.Log.Append([Messages.Sensor("A", "2")]);

        Assert.Equal([1L, 2L], SqliteReading.Column<long>(storage.LogFile, "SELECT id FROM messages ORDER BY id"));
        Assert.NotEqual(0, storage.InLog<long>("PRAGMA user_version"));
    }

    [Fact]
    public async Task Probe_OfADamagedLog_StaysRefusedUntilABatchIsWritten()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.Append([.. Enumerable.Range(0, 500).Select(i => Messages.Sensor("A", $"text-{i}", createdAt: Messages.Noon.AddSeconds(i)))]);
        DamageIdentityIndex(storage);

        var error = Assert.Throws<StorageException>(() => storage.Log.Append([Messages.Sensor("A", "text-7x")]));

        Assert.True(error.IsDamage);
        Assert.Contains("restore a backup", error.Message, StringComparison.Ordinal);
        Assert.Throws<StorageException>(storage.Log.Probe);
    }

    private LogWatch Watch(MessageLog log) => new(log, _parts.Status, _parts.Failure, _parts.Clock, _logger);

    /// <summary>Spoils the root of the index on disk and makes the writer look there again.</summary>
    private static void DamageIdentityIndex(TemporaryStorage storage)
    {
        SqliteReading.Scalar<long>(storage.LogFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        var root = storage.InLog<long>("SELECT rootpage FROM sqlite_master WHERE name = 'ix_messages_identity'");
        using (var file = new FileStream(storage.LogFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Position = (root - 1) * 4096;
            file.Write(Enumerable.Repeat((byte)0xAA, 4096).ToArray());
        }

        SqliteReading.Execute(storage.LogFile, "PRAGMA user_version = 7");
    }
}
