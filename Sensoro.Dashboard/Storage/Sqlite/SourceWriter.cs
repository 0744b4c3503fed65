using Microsoft.Data.Sqlite;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Numbers the senders of pushes; the appender's part that writes each of them down once. One thread.</summary>
internal sealed class SourceWriter(SqliteConnection connection) : IDisposable
{
    /// <summary>Senders kept in memory. A larger fleet is looked up again now and then.</summary>
    private const int Capacity = 65_536;

    private readonly Dictionary<SourceKey, MessageSource> _known = [];
    private readonly SqliteStatement _find = new(connection, SqliteLogSql.FindSource);
    private readonly SqliteStatement _add = new(connection, SqliteLogSql.AddSource);

    public MessageSource Of(NewMessage message)
    {
        var key = SourceKey.Of(message);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var source = Find(key) ?? Add(key, message.DeviceType);
        if (_known.Count == Capacity)
        {
            _known.Clear();
        }

        _known.Add(key, source);
        return source;
    }

    /// <summary>After a rollback memory may know senders that the log does not.</summary>
    public void Forget() => _known.Clear();

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }

    private MessageSource? Find(in SourceKey key)
    {
        Bind(_find, key);
        if (!_find.Step())
        {
            return null;
        }

        var source = new MessageSource(_find.Int64(0), key, _find.TextOrNull(1));
        _find.Reset();
        return source;
    }

    private MessageSource Add(in SourceKey key, string? deviceType)
    {
        Bind(_add, key).Bind(5, deviceType).Run();
        return Find(key) ?? throw new StorageException("The log does not keep the sender of a message.");
    }

    private static SqliteStatement Bind(SqliteStatement statement, in SourceKey key) =>
        statement.Bind(1, key.Sn).Bind(2, key.TaskId).Bind(3, key.AppId).Bind(4, PushKinds.Text(key.Kind));
}
