using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Writes one message into the log, its times as differences from its receipt and its body packed.</summary>
internal sealed class SqliteMessageInsert(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _insert = new(connection, SqliteLogSql.Insert);
    private readonly BodyWriter _bodies = new();

    /// <summary>What bodies are packed with from now on.</summary>
    public void Use(BodyDictionary dictionary) => _bodies.Use(dictionary);

    /// <summary>False when the log holds the same message already.</summary>
    public bool TryRun(NewMessage message, MessageSource source, long id)
    {
        _bodies.Write(message, out var body, out var sealedBody);
        _insert.Bind(1, id).Bind(2, source.Id).BindMsg(3, message.MsgId).Bind(4, message.ReceivedAt)
            .Bind(5, Ago(message, message.CreatedAt)).Bind(6, Ago(message, message.SentAt)).Bind(7, (long)message.Size)
            .Bind(8, message.ContentHash).Bind(9, (long)_bodies.Codec).Bind(11, message.Sn is null ? null : message.TaskId).BindBlob(12, body).Bind(14, (long)message.Deliveries)
            .Bind(15, Ago(message, message.ReplayedAt));
        BindDeviceType(message.DeviceType, source);
        if (message.Encrypted)
        {
            _insert.BindBlob(13, sealedBody);
        }
        else
        {
            _insert.BindNull(13);
        }

        return _insert.RunAndCount() > 0;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _bodies.Dispose();
    }

    private void BindDeviceType(string? deviceType, MessageSource source)
    {
        if (deviceType == source.DeviceType)
        {
            _insert.BindNull(10);
        }
        else if (deviceType is null)
        {
            _insert.BindBlob(10, []);
        }
        else
        {
            _insert.Bind(10, deviceType);
        }
    }

    private static long? Ago(NewMessage message, DateTimeOffset? time) =>
        time is { } known ? message.ReceivedAt.ToUnixTimeMilliseconds() - known.ToUnixTimeMilliseconds() : null;
}
