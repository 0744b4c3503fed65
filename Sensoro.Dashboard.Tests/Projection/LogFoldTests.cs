using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>A fold is one transaction, and the same log always means the same state.</summary>
public sealed class LogFoldTests
{
    private static readonly string[] Tables = ["devices", "metrics", "readings", "latest_values", "device_messages", "task_results", "push_minutes", "projection_cursor"];

    [Fact]
    public async Task Apply_OfMixedMessages_FoldsEachIntoItsTable()
    {
        await using var storage = Folding.NewStorage();

        var update = storage.Fold(MixedMessages());

        Assert.Equal(6, update.Cursor);
        Assert.Equal(["A", "B"], update.Devices.Select(change => change.Device.Sn), StringComparer.Ordinal);
        Assert.Equal(6, update.Messages.Count);
        Assert.Equal("77", Assert.Single(update.Tasks).TaskId);
        Assert.Equal(2, storage.InState<long>("SELECT count(*) FROM devices"));
        Assert.Equal(6, storage.InState<long>("SELECT count(*) FROM readings"));
        Assert.Equal(4, storage.InState<long>("SELECT count(*) FROM device_messages"));
        Assert.Equal(6, storage.InState<long>("SELECT sum(count) FROM push_minutes"));
        Assert.Equal(6, storage.InState<long>("SELECT last_message_id FROM projection_cursor"));
    }

    [Fact]
    public async Task Apply_WhoseCommitFails_LeavesNothingAndIsRepeatedWhole()
    {
        await using var storage = Folding.NewStorage(more: services =>
            services.AddSingleton<StateWriter>(provider => new FaultyStateWriter(ActivatorUtilities.CreateInstance<SqliteStateWriter>(provider)) { Faults = 2 }));
        await using var untroubled = Folding.NewStorage();
        storage.Log.Append(MixedMessages());

        Assert.Throws<StorageException>(() => storage.FoldNext(10));
        Assert.Throws<StorageException>(() => storage.FoldNext(10));
        Assert.All(Tables, table => Assert.Equal(0, storage.InState<long>($"SELECT count(*) FROM {table}")));
        Assert.Equal(0, storage.Get<LogFold>().Cursor);
        var update = storage.FoldNext(10);

        untroubled.Fold(MixedMessages());
        Assert.Equal(6, update.Cursor);
        Assert.All(update.Devices, change => Assert.True(change.IsNew));
        Assert.Equal(untroubled.Content(), storage.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Apply_ThatFailsHalfWay_ForgetsWhatItHadInMind()
    {
        await using var storage = Folding.NewStorage();
        await using var untroubled = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1", """{"temperature":20}"""));
        untroubled.Fold(Messages.Sensor("A", "1", """{"temperature":20}"""));
        SqliteReading.Execute(storage.StateFile, "CREATE TRIGGER broken BEFORE INSERT ON device_messages WHEN NEW.message_id = 3 BEGIN SELECT RAISE(ABORT, 'broken disk'); END");
        storage.Log.Append([Messages.Sensor("A", "2", """{"temperature":21,"light":1}""", Messages.Noon.AddMinutes(1)), Messages.Sensor("B", "3")]);
        untroubled.Fold(Messages.Sensor("A", "2", """{"temperature":21,"light":1}""", Messages.Noon.AddMinutes(1)), Messages.Sensor("B", "3"));

        Assert.ThrowsAny<Exception>(() => storage.FoldNext(10));
        Assert.Equal(1, storage.InState<long>("SELECT count(*) FROM readings"));
        SqliteReading.Execute(storage.StateFile, "DROP TRIGGER broken");
        storage.FoldNext(10);

        Assert.Equal(untroubled.Content(), storage.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Apply_OfTheSameLogInOtherPieces_MeansTheSame()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<string> atOnce;
        await using (var storage = Folding.NewStorage(dataDirectory: folder.Path))
        {
            storage.Fold(MixedMessages());
            atOnce = storage.Content();
        }

        Array.ForEach(Directory.GetFiles(folder.Path, "sensoro.db*"), File.Delete);
        await using var replayed = Folding.NewStorage(dataDirectory: folder.Path);
        while (replayed.Get<LogFold>().Cursor < replayed.Log.LastId)
        {
            replayed.FoldNext(1);
        }

        Assert.Equal(atOnce, replayed.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Apply_AfterARestart_GoesOnBehindTheCursor()
    {
        using var folder = new TemporaryFolder();
        await using (var stopped = Folding.NewStorage(dataDirectory: folder.Path))
        {
            stopped.Log.Append(MixedMessages());
            stopped.FoldNext(3);
        }

        await using var restarted = Folding.NewStorage(dataDirectory: folder.Path);
        var update = restarted.FoldNext(10);

        await using var atOnce = Folding.NewStorage();
        atOnce.Fold(MixedMessages());
        Assert.Equal(3, update.Messages.Count);
        Assert.Equal(atOnce.Content(), restarted.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Apply_OfAnUnknownType_KeepsItInTheLedgerOnly()
    {
        await using var storage = Folding.NewStorage();

        var update = storage.Fold(Unknown("1"));

        Assert.Single(update.Messages);
        Assert.Empty(update.Devices);
        Assert.Equal(1, storage.Get<LogFold>().Cursor);
    }

    [Fact]
    public async Task Apply_OfMoreThanCanBeAnnounced_SaysHowManyItLeftOut()
    {
        await using var storage = Folding.NewStorage();

        var update = storage.Fold([.. Enumerable.Range(1, 620).Select(i => Messages.Sensor("A", $"{i}", createdAt: Messages.Noon.AddSeconds(i)))]);

        Assert.Equal(120, update.SkippedMessages);
        Assert.Equal(500, update.Messages.Count);
        Assert.Equal(620, update.Messages[^1].Id);
        Assert.Equal(620, storage.InState<long>("SELECT count(*) FROM readings"));
    }

    [Fact]
    public async Task CheckPairing_WithTheLogItCameFrom_LetsItPass()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(MixedMessages());

        Assert.Null(Record.Exception(storage.Get<LogFold>().CheckPairing));
    }

    [Fact]
    public async Task CheckPairing_WithAnotherLog_Refuses()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(MixedMessages());
        SqliteReading.Execute(storage.LogFile, "UPDATE log_state SET generation = 'another'");

        await using var restarted = Folding.NewStorage(dataDirectory: storage.DataDirectory);
        var error = Assert.Throws<StorageException>(restarted.Get<LogFold>().CheckPairing);

        Assert.Contains("another message log", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task CheckPairing_WithAnOlderCopyOfTheLog_Refuses()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(MixedMessages());
        SqliteReading.Execute(storage.LogFile, "DELETE FROM messages WHERE id > 4");
        SqliteReading.Execute(storage.LogFile, "UPDATE log_state SET last_id = 4");

        await using var restarted = Folding.NewStorage(dataDirectory: storage.DataDirectory);
        var error = Assert.Throws<StorageException>(restarted.Get<LogFold>().CheckPairing);

        Assert.Contains("has folded message 6", error.Message, StringComparison.Ordinal);
        Assert.Contains("ends at 4", error.Message, StringComparison.Ordinal);
    }

    private static NewMessage[] MixedMessages() =>
    [
        Messages.Sensor("A", "1", """{"temperature":20,"battery":90,"interval":600}"""),
        Messages.Sensor("A", "2", """{"temperature":21}""", Messages.Noon.AddMinutes(10)),
        Messages.Sensor("A", "3", """{"temperature":19}""", Messages.Noon.AddHours(-1), Messages.Noon.AddMinutes(11)),
        Messages.Sensor("B", "4", """{"leak":true}""", Messages.Noon.AddMinutes(12)),
        Unknown("5"),
        Messages.Task("77", "6", resultCode: 1),
    ];

    private static NewMessage Unknown(string msgId)
    {
        var body = """{"type":"threshold","note":"not known yet"}"""u8.ToArray();
        return Messages.Task("", msgId) with { Kind = PushKind.Other, TaskId = null, Body = body, ContentHash = 5 };
    }
}
