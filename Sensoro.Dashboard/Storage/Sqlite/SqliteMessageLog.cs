using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The message log in <c>log.db</c>: one writing connection with prepared statements, one reading connection for the projection.</summary>
internal sealed class SqliteMessageLog : MessageLog, IDisposable
{
    private readonly string _file;
    private readonly Lock _readGate = new();
    private SqliteLogAppender? _appender;
    private SqliteConnection? _readConnection;
    private SqliteStatement? _read;

    public SqliteMessageLog(IOptions<StorageOptions> options, SqliteDatabase database)
    {
        database.EnsureReady();
        _file = options.Value.LogFile;
        _appender = new SqliteLogAppender(_file);
        Generation = _appender.Generation;
        AnnounceLastId(_appender.LastId);
    }

    public override string Generation { get; }

    public override IReadOnlyList<AppendOutcome> Append(IReadOnlyList<NewMessage> batch)
    {
        try
        {
            _appender ??= new SqliteLogAppender(_file);
            var outcomes = _appender.Append(batch);
            AnnounceLastId(_appender.LastId);
            return outcomes;
        }
        catch (SqliteException error)
        {
            // After a failed commit nobody knows what SQLite holds in memory: start from the file.
            _appender?.Dispose();
            _appender = null;
            throw new StorageException($"The message log could not be written ({error.Message}).", error);
        }
    }

    public override IReadOnlyList<LoggedMessage> ReadAfter(long afterId, int limit)
    {
        lock (_readGate)
        {
            _readConnection ??= SqliteFile.OpenReader(_file);
            _read ??= new SqliteStatement(_readConnection, SqliteLogSql.ReadAfter);
            _read.Bind(1, afterId).Bind(2, (long)limit);
            var messages = new List<LoggedMessage>();
            while (_read.Step())
            {
                messages.Add(ReadRow(_read));
            }

            return messages;
        }
    }

    public override bool IsEmpty
    {
        get
        {
            using var connection = SqliteFile.OpenReader(_file);
            return SqliteFile.Scalar(connection, "SELECT NOT EXISTS (SELECT 1 FROM messages)") == "1";
        }
    }

    public override void Clear()
    {
        using var connection = SqliteFile.OpenLogWriter(_file);
        SqliteFile.Execute(connection, "DELETE FROM messages");
    }

    public void Dispose()
    {
        _read?.Dispose();
        _readConnection?.Dispose();
        _appender?.Dispose();
    }

    private static LoggedMessage ReadRow(SqliteStatement row) => new(
        new LedgerEntry
        {
            Id = row.Int64(0),
            AppId = row.Text(1),
            Kind = PushKinds.Parse(row.Text(2)),
            Sn = row.TextOrNull(3),
            DeviceType = row.TextOrNull(4),
            TaskId = row.TextOrNull(5),
            MsgId = row.TextOrNull(6),
            CreatedAt = row.TimeOrNull(7),
            ReceivedAt = row.Time(8),
            SentAt = row.TimeOrNull(9),
            Encrypted = row.Int32(10) != 0,
            Deliveries = row.Int32(11),
            Conflict = row.Int32(12) != 0,
            Size = row.Int32(13),
        },
        row.Blob(14),
        row.IsNull(15) ? default(ReadOnlyMemory<byte>) : row.Blob(15));
}
