using FsCheck.Xunit;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>The log against the plainest thing that could do its work: a list searched from its start.</summary>
public sealed class IdentityModelTests
{
    [Property(MaxTest = 50)]
    public async Task<bool> Append_OfAnyDeliveriesInAnyBatches_AgreesWithTheModel(byte[][] choices)
    {
        await using var storage = new TemporaryStorage();
        var model = new DeliveryModel();
        foreach (var batch in choices.Select(chosen => chosen.Select(Delivery).ToArray()))
        {
            if (!storage.Log.Append(batch).SequenceEqual(batch.Select(model.Append)))
            {
                return false;
            }
        }

        return storage.Log.ReadAfter(0, int.MaxValue).Select(message => (message.Entry.Id, message.Entry.Deliveries, message.Entry.Conflict)).SequenceEqual(model.Rows());
    }

    [Property(MaxTest = 50)]
    public async Task<bool> Append_WithAMemoryThatForgetsAtOnce_AgreesWithTheModel(byte[][] choices)
    {
        await using var storage = new TemporaryStorage();
        storage.Get<SqliteDatabase>().EnsureReady();
        using var appender = new SqliteLogAppender(storage.LogFile, recent: 1);
        var model = new DeliveryModel();
        foreach (var batch in choices.Select(chosen => chosen.Select(Growing).ToArray()))
        {
            if (!appender.Append(batch).SequenceEqual(batch.Select(model.Append)))
            {
                return false;
            }
        }

        return storage.Log.ReadAfter(0, int.MaxValue).Select(message => (message.Entry.Id, message.Entry.Deliveries, message.Entry.Conflict)).SequenceEqual(model.Rows());
    }

    [Fact]
    public async Task Append_OfOneMsgIdForEver_FindsEveryRepeatAmongTheConflicts()
    {
        await using var storage = new TemporaryStorage();
        var pushes = Enumerable.Range(0, 200).Select(i => Messages.Sensor("A", "0", $$"""{"temperature":{{i}} }""")).ToArray();
        storage.Log.Append(pushes);

        Assert.All(storage.Log.Append(pushes).Index(), delivered => Assert.Equal(new AppendOutcome(AppendKind.Duplicate, delivered.Index + 1), delivered.Item));
        Assert.Equal("200|400", Assert.Single(SqliteReading.Rows(storage.LogFile, "SELECT sum(conflict), sum(deliveries) FROM messages")));
    }

    /// <summary>Numbers that grow, jump ahead and come back, of two devices with two contents.</summary>
    private static NewMessage Growing(byte choice, int index) =>
        Messages.Sensor(choice % 2 == 0 ? "A" : "B", $"{(choice % 5 == 0 ? index / 2 : index) + (choice % 7)}", $$"""{"temperature":{{choice / 2 % 2}} }""");

    /// <summary>One of 36 deliveries, few enough that they meet.</summary>
    private static NewMessage Delivery(byte choice) =>
        Messages.Sensor(choice % 2 == 0 ? "A" : "B", (choice / 2 % 3) switch { 0 => null, var msgId => $"{msgId}" }, $$"""{"temperature":{{choice / 6 % 3}} }""") with
        {
            AppId = choice / 18 % 2 == 0 ? "app" : "another",
        };

    /// <summary>What the log promises, in memory.</summary>
    private sealed class DeliveryModel
    {
        private readonly List<(NewMessage Message, int Deliveries)> _rows = [];

        public AppendOutcome Append(NewMessage message)
        {
            var same = _rows.FindIndex(row => IdentityOf(row.Message) == IdentityOf(message) && row.Message.ContentHash == message.ContentHash);
            if (same >= 0)
            {
                _rows[same] = (_rows[same].Message, _rows[same].Deliveries + 1);
                return new(AppendKind.Duplicate, same + 1);
            }

            _rows.Add((message, 1));
            return new(HasConflict(message) ? AppendKind.Conflict : AppendKind.Stored, _rows.Count);
        }

        public IEnumerable<(long Id, int Deliveries, bool Conflict)> Rows() => _rows.Select((row, index) => (index + 1L, row.Deliveries, HasConflict(row.Message)));

        private static (string, string?, string?) IdentityOf(NewMessage message) => (message.AppId, message.Sn, message.MsgId);

        private bool HasConflict(NewMessage message) => message.MsgId is not null
            && _rows.Exists(row => IdentityOf(row.Message) == IdentityOf(message) && row.Message.ContentHash != message.ContentHash);
    }
}
