using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Sensoro.Simulator.Torture.Servers;

/// <summary>The stand-in's log: the columns that the audit reads, written in batches by one connection.</summary>
internal sealed class StandInLog : IDisposable
{
    private const int MostInABatch = 512;

    private static readonly TimeSpan CommitTime = TimeSpan.FromMilliseconds(20);

    /// <summary>What is answered before it is committed is open to every fault for so long, however busy the machine is.</summary>
    private static readonly TimeSpan CommitTimeBehindTheAnswer = TimeSpan.FromMilliseconds(500);

    private const string Create = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY, sn TEXT, task_id TEXT, source TEXT NOT NULL, msg_id TEXT NOT NULL, content_hash INTEGER NOT NULL,
            deliveries INTEGER NOT NULL, conflict INTEGER NOT NULL);
        CREATE INDEX ix_messages_identity ON messages (source, msg_id, content_hash);
        """;

    private const string CountDelivery = "UPDATE messages SET deliveries = deliveries + 1 WHERE source = $source AND msg_id = $msg AND content_hash = $hash";

    private const string Insert = """
        INSERT INTO messages (sn, task_id, source, msg_id, content_hash, deliveries, conflict) VALUES ($sn, $task, $source, $msg, $hash, 1, 0);
        UPDATE messages SET conflict = 1
        WHERE source = $source AND msg_id = $msg AND (SELECT count(DISTINCT content_hash) FROM messages WHERE source = $source AND msg_id = $msg) > 1
        """;

    private readonly Channel<StandInMessage> _waiting = Channel.CreateUnbounded<StandInMessage>();
    private readonly StandInOptions _options;
    private readonly TimeProvider _time;
    private readonly SqliteConnection _connection;

    public StandInLog(StandInOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataDirectory, "log.db"), Pooling = false }.ConnectionString);
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = Create;
        create.ExecuteNonQuery();
    }

    public void Add(StandInMessage message) => _waiting.Writer.TryWrite(message);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var batch = new List<StandInMessage>(MostInABatch);
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            while (batch.Count < MostInABatch && _waiting.Reader.TryRead(out var message))
            {
                batch.Add(message);
            }

            await AppendAsync(batch, cancellationToken);
            batch.ForEach(static message => message.Complete());
            batch.Clear();
        }
    }

    public void Dispose() => _connection.Dispose();

    private async Task AppendAsync(List<StandInMessage> batch, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        foreach (var message in batch)
        {
            if (_options.KeepsRepeats || await RunAsync(CountDelivery, message, cancellationToken) == 0)
            {
                await RunAsync(Insert, message, cancellationToken);
            }
        }

        await Task.Delay(_options.AnswersFirst ? CommitTimeBehindTheAnswer : CommitTime, _time, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<int> RunAsync(string sql, StandInMessage message, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$sn", (object?)message.Sn ?? DBNull.Value);
        command.Parameters.AddWithValue("$task", (object?)message.TaskId ?? DBNull.Value);
        command.Parameters.AddWithValue("$source", message.Identity.Source);
        command.Parameters.AddWithValue("$msg", message.Identity.MsgId);
        command.Parameters.AddWithValue("$hash", message.Identity.ContentHash);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
