using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// The message log in <c>log.db</c>: one writing connection with prepared statements, one reading connection for the projection.
/// What keeps the file in order runs on the writing connection, too, between two batches: another one would make it forget the
/// pages it has in memory.
/// </summary>
internal sealed class SqliteMessageLog : MessageLog, IDisposable
{
    /// <summary>Pages given back at once: a few milliseconds.</summary>
    private const int PagesGivenBack = 64;

    /// <summary>Free pages that are left for the messages to come.</summary>
    private const int PagesKept = 256;

    private readonly string _file;
    private readonly QuarantineOptions _bounds;
    private readonly BodyReader _bodies;
    private readonly TimeProvider _time;
    private readonly Lock _writeGate = new();
    private readonly Lock _readGate = new();
    private SqliteLogAppender? _appender;
    private SqliteLogReader? _reader;
    private volatile byte[]? _dictionary;

    public SqliteMessageLog(IOptions<StorageOptions> options, IOptions<QuarantineOptions> bounds, SqliteDatabase database, BodyReader bodies, TimeProvider time)
    {
        database.EnsureReady();
        (_file, _bounds, _bodies, _time) = (options.Value.LogFile, bounds.Value, bodies, time);
        _appender = new SqliteLogAppender(_file);
        Generation = _appender.Generation;
        _dictionary = _appender.Dictionary?.Content;
        AnnounceLastId(_appender.LastId);
        AnnounceRefused(_appender.Quarantine(_bounds).Count);
    }

    public override string Generation { get; }

    public override long FirstId
    {
        get
        {
            using var connection = SqliteFile.OpenReader(_file);
            return long.Parse(SqliteFile.Scalar(connection, $"SELECT coalesce(min(id), {LastId + 1}) FROM stored_messages"), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public override bool IsEmpty
    {
        get
        {
            using var connection = SqliteFile.OpenReader(_file);
            return SqliteFile.Scalar(connection, "SELECT NOT EXISTS (SELECT 1 FROM stored_messages)") == "1";
        }
    }

    public override ReadOnlyMemory<byte> Dictionary => _dictionary;

    public override IReadOnlyList<AppendOutcome> Append(IReadOnlyList<NewMessage> batch) => Write(appender =>
    {
        var outcomes = appender.Append(batch);
        AnnounceLastId(appender.LastId);
        return outcomes;
    });

    public override IReadOnlyList<LoggedMessage> ReadAfter(long afterId, int limit)
    {
        lock (_readGate)
        {
            _reader ??= new SqliteLogReader(_file, _bodies);
            return _reader.ReadAfter(afterId, limit);
        }
    }

    public override void KeepDictionary(byte[] content) => Write(appender =>
    {
        appender.KeepDictionary(content, _time.GetUtcNow());
        return _dictionary = content;
    });

    public override int DeleteOldest(DateTimeOffset receivedBefore, long upToId, int limit) =>
        Write(appender => appender.DeleteOldest(receivedBefore, upToId, limit));

    public override void KeepRefused(IReadOnlyList<RefusedPush> pushes) => InQuarantine(quarantine =>
    {
        quarantine.Keep(pushes);
        return pushes.Count;
    });

    public override void RemoveRefused(IReadOnlyList<long> ids) => InQuarantine(quarantine =>
    {
        quarantine.Remove(ids);
        return ids.Count;
    });

    public override int RemoveOldRefused(DateTimeOffset now, int limit) => InQuarantine(quarantine => quarantine.RemoveOlder(now, limit));

    public override bool GiveBackSpace() => Write(static appender => appender.GiveBack(PagesGivenBack, PagesKept) > 0);

    public override void Clear()
    {
        using var connection = SqliteFile.OpenLogWriter(_file);
        SqliteFile.Execute(connection, "DELETE FROM stored_messages");
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _appender?.Dispose();
    }

    private int InQuarantine(Func<SqliteQuarantine, int> work) => Write(appender =>
    {
        var quarantine = appender.Quarantine(_bounds);
        var done = work(quarantine);
        AnnounceRefused(quarantine.Count);
        return done;
    });

    private T Write<T>(Func<SqliteLogAppender, T> write)
    {
        lock (_writeGate)
        {
            try
            {
                return write(_appender ??= new SqliteLogAppender(_file));
            }
            catch (SqliteException error)
            {
                // After a failed commit nobody knows what SQLite holds in memory: start from the file.
                _appender?.Dispose();
                _appender = null;
                throw new StorageException($"The message log could not be written ({error.Message}).", error);
            }
        }
    }
}
