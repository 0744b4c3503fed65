using Microsoft.Data.Sqlite;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// Appends batches to the log: one transaction, prepared statements, ids given in commit order. Used by one thread at a time.
/// </summary>
internal sealed class SqliteLogAppender : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _countDelivery;
    private readonly SqliteStatement _markConflict;
    private readonly SqliteStatement _keepLastId;

    public SqliteLogAppender(string file)
    {
        _connection = SqliteFile.OpenLogWriter(file);
        _begin = new SqliteStatement(_connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(_connection, "COMMIT");
        _find = new SqliteStatement(_connection, SqliteLogSql.Find);
        _insert = new SqliteStatement(_connection, SqliteLogSql.Insert);
        _countDelivery = new SqliteStatement(_connection, SqliteLogSql.CountDelivery);
        _markConflict = new SqliteStatement(_connection, SqliteLogSql.MarkConflict);
        _keepLastId = new SqliteStatement(_connection, SqliteLogSql.KeepLastId);
        Generation = SqliteFile.Scalar(_connection, "SELECT generation FROM log_state WHERE id = 1");
        LastId = long.Parse(SqliteFile.Scalar(_connection, "SELECT last_id FROM log_state WHERE id = 1"), System.Globalization.CultureInfo.InvariantCulture);
    }

    public string Generation { get; }

    public long LastId { get; private set; }

    public IReadOnlyList<AppendOutcome> Append(IReadOnlyList<NewMessage> batch)
    {
        var outcomes = new AppendOutcome[batch.Count];
        var nextId = LastId + 1;
        _begin.Run();
        try
        {
            for (var i = 0; i < batch.Count; i++)
            {
                outcomes[i] = AppendOne(batch[i], nextId);
                if (outcomes[i].Kind != AppendKind.Duplicate)
                {
                    nextId++;
                }
            }

            _keepLastId.Bind(1, nextId - 1).Run();
            _commit.Run();
        }
        catch
        {
            RollBack();
            throw;
        }

        LastId = nextId - 1;
        return outcomes;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _find, _insert, _countDelivery, _markConflict, _keepLastId })
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private AppendOutcome AppendOne(NewMessage message, long id)
    {
        var others = FindSameIdentity(message, out var same);
        if (same is { } existing)
        {
            if (!message.IsReplay)
            {
                _countDelivery.Bind(1, existing).Run();
            }

            return new AppendOutcome(AppendKind.Duplicate, existing);
        }

        foreach (var other in others)
        {
            _markConflict.Bind(1, other).Run();
        }

        Insert(message, id, conflict: others.Count > 0);
        return new AppendOutcome(others.Count > 0 ? AppendKind.Conflict : AppendKind.Stored, id);
    }

    private List<long> FindSameIdentity(NewMessage message, out long? same)
    {
        same = null;
        List<long> others = [];
        _find.Bind(1, message.MsgId ?? "").Bind(2, message.Sn ?? message.TaskId ?? "").Bind(3, message.AppId)
            .Bind(4, PushKinds.Text(message.Kind)).Bind(5, message.ContentHash);
        while (_find.Step())
        {
            if (_find.Int64(1) == message.ContentHash)
            {
                same = _find.Int64(0);
                _find.Reset();
                return others;
            }

            others.Add(_find.Int64(0));
        }

        return others;
    }

    private void Insert(NewMessage message, long id, bool conflict)
    {
        _insert.Bind(1, id).Bind(2, message.AppId).Bind(3, PushKinds.Text(message.Kind)).Bind(4, message.Sn)
            .Bind(5, message.DeviceType).Bind(6, message.TaskId).Bind(7, message.MsgId).Bind(8, message.CreatedAt)
            .Bind(9, message.ReceivedAt).Bind(10, message.SentAt).Bind(11, message.Encrypted).Bind(12, conflict)
            .Bind(13, (long)message.Size).Bind(14, message.ContentHash).BindBlob(15, message.Body.Span).Bind(17, (long)message.Deliveries);
        if (message.Encrypted)
        {
            _insert.BindBlob(16, message.Sealed.Span);
        }
        else
        {
            _insert.BindNull(16);
        }

        _insert.Run();
    }

    private void RollBack()
    {
        try
        {
            SqliteFile.Execute(_connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself; the first error is the one that counts.
        }
    }
}
