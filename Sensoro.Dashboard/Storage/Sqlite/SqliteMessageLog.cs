using System.Globalization;
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
    private readonly LogRoom _room;
    private readonly TimeProvider _time;
    private readonly Lock _writeGate = new();
    private readonly Lock _readGate = new();
    private SqliteLogAppender? _appender;
    private SqliteLogReader? _reader;
    private volatile byte[]? _dictionary;

    /// <summary>After this nothing is written any more, or not before a batch was: a probe touches too little to tell.</summary>
    private StorageException? _fault;

    public SqliteMessageLog(
        IOptions<StorageOptions> options, IOptions<QuarantineOptions> bounds, SqliteDatabase database, BodyReader bodies, FreeSpace space, TimeProvider time)
    {
        database.EnsureReady();
        (_file, _bounds, _bodies, _time) = (options.Value.LogFile, bounds.Value, bodies, time);
        _room = new LogRoom(_file, space);
        _appender = Write(static appender => appender);
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
            return long.Parse(SqliteFile.Scalar(connection, $"SELECT coalesce(min(id), {LastId + 1}) FROM stored_messages"), CultureInfo.InvariantCulture);
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

    public override bool HasRoom => _room.SeemsEnough;

    public override void Probe()
    {
        if (_fault is { } fault)
        {
            throw fault;
        }

        _room.Try();
        Write(_ =>
        {
            // On a connection of its own, because only here the cost does not matter. The same number again would not be written.
            using var connection = SqliteFile.OpenLogWriter(_file);
            SqliteFile.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {(uint)_time.GetTimestamp() >> 1}"));
            return true;
        });
    }

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
            if (_fault is { IsDiskFailure: true } failed)
            {
                throw failed;
            }

            try
            {
                var written = write(_appender ??= new SqliteLogAppender(_file));
                _fault = null;
                return written;
            }
            catch (SqliteException error)
            {
                // After a failed commit nobody knows what SQLite holds in memory: start from the file.
                _appender?.Dispose();
                _appender = null;
                var fault = SqliteFault.OfTheLog(error);
                _fault = fault.IsDiskFailure || fault.IsDamage ? fault : null;
                throw fault;
            }
        }
    }
}
