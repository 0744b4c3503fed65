using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Reads the log in order on a connection of its own. One thread at a time.</summary>
internal sealed class SqliteLogReader : IDisposable
{
    private readonly BodyReader _bodies;
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _read;
    private readonly SourceReader _sources;

    public SqliteLogReader(string file, BodyReader bodies)
    {
        _bodies = bodies;
        _connection = SqliteFile.OpenReader(file);
        _read = new SqliteStatement(_connection, SqliteLogSql.ReadAfter);
        _sources = new SourceReader(_connection);
    }

    public List<LoggedMessage> ReadAfter(long afterId, int limit)
    {
        _read.Bind(1, afterId).Bind(2, (long)limit);
        var messages = new List<LoggedMessage>();
        try
        {
            while (_read.Step())
            {
                messages.Add(ReadRow(_read));
            }
        }
        catch (StorageException)
        {
            // An open row set would keep the write-ahead log from being folded back.
            _read.Reset();
            throw;
        }

        return messages;
    }

    public void Dispose()
    {
        _read.Dispose();
        _sources.Dispose();
        _connection.Dispose();
    }

    private LoggedMessage ReadRow(SqliteStatement row)
    {
        var (source, receivedAt) = (_sources[row.Int64(1)], row.Int64(3));
        var entry = new LedgerEntry
        {
            Id = row.Int64(0),
            AppId = source.Key.AppId,
            Kind = source.Key.Kind,
            Sn = source.Key.Sn,
            DeviceType = row.IsNull(10) ? source.DeviceType : row.IsBlob(10) ? null : row.Text(10),
            TaskId = row.TextOrNull(11) ?? source.Key.TaskId,
            MsgId = row.TextOrNull(2),
            CreatedAt = Before(receivedAt, row, 4),
            ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(receivedAt),
            SentAt = Before(receivedAt, row, 5),
            ReplayedAt = Before(receivedAt, row, 14),
            Encrypted = !row.IsNull(13),
            Deliveries = row.Int32(6),
            Conflict = row.Int32(7) != 0,
            Size = row.Int32(8),
        };
        return _bodies.Message(entry, row.Int32(9), row.Blob(12), row.IsNull(13) ? null : row.Blob(13));
    }

    private static DateTimeOffset? Before(long receivedAt, SqliteStatement row, int column) =>
        row.IsNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(receivedAt - row.Int64(column));
}
