using System.Globalization;
using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// Appends batches to the log: one transaction, prepared statements, ids given in commit order. Used by one thread at a time.
/// </summary>
internal sealed class SqliteLogAppender : IDisposable
{
    /// <summary>Message numbers in each half of the memory: some seconds of full load, and less than two megabytes.</summary>
    public const int DefaultRecent = 16_384;

    private readonly SqliteConnection _connection;
    private readonly List<SqliteStatement> _statements = [];
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _findSame;
    private readonly SqliteStatement _findOthers;
    private readonly SqliteStatement _countDelivery;
    private readonly SqliteStatement _countDeliveryOf;
    private readonly SqliteStatement _markConflict;
    private readonly SqliteStatement _keepLastId;
    private readonly SqliteStatement _deleteOldest;
    private readonly SourceWriter _sources;
    private readonly SqliteMessageInsert _insert;
    private readonly RecentMsgIds _recent;
    private BodyDictionary? _dictionary;
    private SqliteQuarantine? _quarantine;

    public SqliteLogAppender(string file, int recent = DefaultRecent)
    {
        _connection = SqliteFile.OpenLogWriter(file);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _findSame = Prepare(SqliteLogSql.FindSame);
        _findOthers = Prepare(SqliteLogSql.FindOthers);
        _countDelivery = Prepare(SqliteLogSql.CountDelivery);
        _countDeliveryOf = Prepare(SqliteLogSql.CountDeliveryOf);
        _markConflict = Prepare(SqliteLogSql.MarkConflict);
        _keepLastId = Prepare(SqliteLogSql.KeepLastId);
        _deleteOldest = Prepare(SqliteLogSql.DeleteOldest);
        _insert = new SqliteMessageInsert(_connection);
        _sources = new SourceWriter(_connection);
        Generation = SqliteFile.Scalar(_connection, "SELECT generation FROM log_state WHERE id = 1");
        LastId = long.Parse(SqliteFile.Scalar(_connection, "SELECT last_id FROM log_state WHERE id = 1"), CultureInfo.InvariantCulture);
        _recent = new RecentMsgIds(recent, ReadHighestMsg());
        UseNewestDictionary();
    }

    public string Generation { get; }

    public long LastId { get; private set; }

    /// <summary>What bodies are written with; null until the first dictionary was trained.</summary>
    public BodyDictionary? Dictionary => _dictionary;

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

    /// <summary>Keeps a dictionary and writes with it from the next batch on.</summary>
    public void KeepDictionary(byte[] content, DateTimeOffset createdAt)
    {
        var dictionary = new BodyDictionary(int.Max(_dictionary?.Id ?? 0, BodyCodec.Plain) + 1, content);
        using var add = new SqliteStatement(_connection, SqliteLogSql.AddDictionary);
        add.Bind(1, (long)dictionary.Id).Bind(2, createdAt).BindBlob(3, content).Run();
        Use(dictionary);
    }

    /// <summary>Deletes some of the oldest messages and returns how many.</summary>
    public int DeleteOldest(DateTimeOffset receivedBefore, long upToId, int limit) =>
        _deleteOldest.Bind(1, upToId).Bind(2, (long)limit).Bind(3, receivedBefore).RunAndCount();

    /// <summary>Gives free pages back to the file system, at most so many and down to those to keep; returns how many it gave.</summary>
    public int GiveBack(int pages, int keep) => SqliteFile.GiveBack(_connection, pages, keep);

    /// <summary>Where refused pushes are kept, on the same connection: they must not wait for each other's locks.</summary>
    public SqliteQuarantine Quarantine(QuarantineOptions bounds) => _quarantine ??= new SqliteQuarantine(_connection, bounds);

    public void Dispose()
    {
        _quarantine?.Dispose();
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _sources.Dispose();
        _insert.Dispose();
        _connection.Dispose();
    }

    private AppendOutcome AppendOne(NewMessage message, long id)
    {
        var source = _sources.Of(message);
        var isNumber = MsgIdNumber.TryParse(message.MsgId, out var number);
        if (isNumber && !message.IsReplay && _recent.TryFind(number, out var probable) && IsDeliveryOf(probable, message, source))
        {
            return new AppendOutcome(AppendKind.Duplicate, probable);
        }

        var isNew = isNumber && _recent.IsNew(number);
        if (!_insert.TryRun(message, source, id))
        {
            var existing = FindSame(message, source);
            if (!message.IsReplay)
            {
                _countDelivery.Bind(1, existing).Run();
            }

            return new AppendOutcome(AppendKind.Duplicate, existing);
        }

        if (isNumber)
        {
            _recent.Add(number, id);
        }

        return new AppendOutcome(!isNew && MarkConflicts(message, source, id) ? AppendKind.Conflict : AppendKind.Stored, id);
    }

    private bool IsDeliveryOf(long id, NewMessage message, MessageSource source) =>
        _countDeliveryOf.Bind(1, id).BindMsg(2, message.MsgId ?? "").Bind(3, source.Id).Bind(4, message.ContentHash).RunAndCount() > 0;

    private long FindSame(NewMessage message, MessageSource source)
    {
        if (!_findSame.BindMsg(1, message.MsgId ?? "").Bind(2, source.Id).Bind(3, message.ContentHash).Step())
        {
            throw new StorageException("The log refuses a message that it does not hold.");
        }

        var id = _findSame.Int64(0);
        _findSame.Reset();
        return id;
    }

    /// <summary>
    /// Marks this message and the one it contradicts. When there are several others, they contradicted each other and are marked.
    /// </summary>
    private bool MarkConflicts(NewMessage message, MessageSource source, long id)
    {
        if (string.IsNullOrEmpty(message.MsgId))
        {
            return false;
        }

        if (!_findOthers.BindMsg(1, message.MsgId).Bind(2, source.Id).Bind(3, message.ContentHash).Step())
        {
            return false;
        }

        var other = _findOthers.Int64(0);
        _findOthers.Reset();
        _markConflict.Bind(1, other).Run();
        _markConflict.Bind(1, id).Run();
        return true;
    }

    private void UseNewestDictionary()
    {
        using var newest = new SqliteStatement(_connection, SqliteLogSql.NewestDictionary);
        while (newest.Step())
        {
            Use(new BodyDictionary(newest.Int32(0), newest.Blob(1)));
        }
    }

    private void Use(BodyDictionary dictionary)
    {
        _insert.Use(dictionary);
        _dictionary = dictionary;
    }

    private long ReadHighestMsg()
    {
        using var newest = new SqliteStatement(_connection, SqliteLogSql.HighestMsg);
        var highest = -1L;
        while (newest.Step())
        {
            highest = newest.Int64(0);
        }

        return highest;
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }

    private void RollBack()
    {
        _sources.Forget();
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
