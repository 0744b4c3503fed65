using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>A log of the first version, whose rows held everything as text.</summary>
public sealed class LogTakeOverTests
{
    private const string OldRows = """
        INSERT INTO log_state (id, generation, last_id) VALUES (1, 'old', 7);
        INSERT INTO messages (id, app_id, kind, sn, device_type, task_id, msg_id, created_at, received_at, sent_at, encrypted, deliveries, conflict, size, content_hash, body, sealed) VALUES
        (1, 'app', 'sensor', 'A', 'node', NULL, '12', 1000, 2000, 1500, 0, 3, 0, 2, 11, CAST('{}' AS BLOB), NULL),
        (2, 'app', 'sensor', 'A', NULL, NULL, '012', NULL, 2001, NULL, 0, 1, 0, 2, 12, CAST('{}' AS BLOB), NULL),
        (3, 'app', 'sensor', 'A', 'other', NULL, NULL, 5000, 2002, 2100, 1, 1, 0, 9, 13, CAST('{}' AS BLOB), CAST('sealed' AS BLOB)),
        (4, 'app', 'task', NULL, NULL, '77', 'x-1', 1000, 2003, NULL, 0, 1, 0, 2, 14, CAST('{}' AS BLOB), NULL),
        (5, 'app', 'sensor', 'A', 'node', NULL, '99', 1000, 2004, NULL, 0, 1, 1, 2, 15, CAST('{}' AS BLOB), NULL),
        (7, 'app', 'sensor', 'A', 'node', NULL, '99', 1000, 2005, NULL, 0, 1, 1, 2, 16, CAST('{}' AS BLOB), NULL);
        """;

    [Fact]
    public async Task EnsureReady_OnALogOfTheFirstVersion_KeepsEveryMessageAsItWas()
    {
        await using var storage = await OldLogAsync();
        var columns = "id, app_id, kind, sn, device_type, task_id, msg_id, created_at, received_at, sent_at, encrypted, deliveries, conflict, size, content_hash, hex(body), hex(sealed)";
        var before = SqliteReading.Rows(storage.LogFile, $"SELECT {columns} FROM messages ORDER BY id");

        var read = storage.Log.ReadAfter(0, 10);
        var queried = await storage.Get<MessageQueries>().ReadAfterAsync(new MessageFilter(), 0, 10, TestContext.Current.CancellationToken);

        Assert.Equal(before, SqliteReading.Rows(storage.LogFile, $"SELECT {columns} FROM messages ORDER BY id"));
        Assert.Equal(6, read.Count);
        Assert.Equal(queried.Select(message => message.Entry), read.Select(message => message.Entry));
        Assert.Equal(("old", 7), (storage.Log.Generation, storage.Log.LastId));
    }

    [Fact]
    public async Task Append_ToALogOfTheFirstVersion_KnowsItsMessages()
    {
        await using var storage = await OldLogAsync();
        var push = Messages.Sensor("A", "12") with { ContentHash = 11 };

        var outcomes = storage.Log.Append(
        [
            push,
            push with { MsgId = "012", ContentHash = 12 },
            push with { MsgId = null, ContentHash = 13 },
            Messages.Task("77", "x-1") with { ContentHash = 14 },
            push with { MsgId = "99", ContentHash = 17 },
            push with { ContentHash = 18 },
        ]);

        Assert.Equal(
            [
                new(AppendKind.Duplicate, 1), new(AppendKind.Duplicate, 2), new(AppendKind.Duplicate, 3), new(AppendKind.Duplicate, 4),
                new(AppendKind.Conflict, 8), new AppendOutcome(AppendKind.Conflict, 9),
            ],
            outcomes);
        Assert.Equal(["1|4|1", "2|2|0", "3|2|0", "4|2|0", "5|1|1", "7|1|1", "8|1|1", "9|1|1"], SqliteReading.Rows(storage.LogFile, "SELECT id, deliveries, conflict FROM messages ORDER BY id"));
    }

    private static async Task<TemporaryStorage> OldLogAsync()
    {
        var storage = new TemporaryStorage();
        await using var context = await storage.Get<IDbContextFactory<LogDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.GetService<IMigrator>().MigrateAsync("Initial", TestContext.Current.CancellationToken);
        SqliteReading.Execute(storage.LogFile, OldRows);
        return storage;
    }
}
