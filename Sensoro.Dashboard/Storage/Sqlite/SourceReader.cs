using Microsoft.Data.Sqlite;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// The senders of pushes by number. They never change, so each is read once, and its texts are shared by all its messages. One
/// thread at a time.
/// </summary>
internal sealed class SourceReader(SqliteConnection connection) : IDisposable
{
    private const int Capacity = 65_536;

    private readonly Dictionary<long, MessageSource> _known = [];
    private readonly SqliteStatement _read = new(connection, SqliteLogSql.ReadSource);

    public MessageSource this[long id]
    {
        get
        {
            if (_known.TryGetValue(id, out var known))
            {
                return known;
            }

            if (_known.Count == Capacity)
            {
                _known.Clear();
            }

            var source = Read(id);
            _known.Add(id, source);
            return source;
        }
    }

    public void Dispose() => _read.Dispose();

    private MessageSource Read(long id)
    {
        if (!_read.Bind(1, id).Step())
        {
            throw new StorageException($"A message in log.db names the sender {id}, which message_sources does not hold. Restore the whole file from a backup.");
        }

        var key = new SourceKey(_read.Text(0), PushKinds.Parse(_read.Text(1)), _read.TextOrNull(2), _read.TextOrNull(3));
        var source = new MessageSource(id, key, _read.TextOrNull(4));
        _read.Reset();
        return source;
    }
}
