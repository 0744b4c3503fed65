using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>
/// What a crash test's senders have tried and what they were told, written down before each request, so that the files can be
/// held against it afterwards.
/// </summary>
internal sealed class DeliveryHistory
{
    private readonly ConcurrentDictionary<string, string> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _acknowledged = new(StringComparer.Ordinal);
    private int _acknowledgements;

    /// <summary>Answers 200 so far.</summary>
    public int Acknowledgements => Volatile.Read(ref _acknowledgements);

    public int Pushes => _sent.Count;

    /// <param name="key">SN and msgId.</param>
    /// <param name="body">The push.</param>
    public void Sending(string key, string body) => _sent[key] = body;

    /// <summary>Counts a 200 and returns how many there were.</summary>
    public int Acknowledged(string key)
    {
        _acknowledged.AddOrUpdate(key, 1, static (_, count) => count + 1);
        return Interlocked.Increment(ref _acknowledgements);
    }

    /// <summary>2xx means stored exactly once; anything else zero or one times; and nothing is there that nobody sent.</summary>
    public void AssertKeptBy(string logFile)
    {
        var stored = SqliteReading.Rows(logFile, "SELECT sn || '/' || msg_id, deliveries, conflict, content_hash, CASE codec WHEN 0 THEN CAST(body AS TEXT) END FROM messages ORDER BY id")
            .ConvertAll(row => row.Split('|', 5));
        var byKey = stored.ToLookup(row => row[0], StringComparer.Ordinal);
        Assert.All(_acknowledged, entry =>
        {
            var row = Assert.Single(byKey[entry.Key]);
            Assert.InRange(int.Parse(row[1], CultureInfo.InvariantCulture), entry.Value, int.MaxValue);
        });
        Assert.All(byKey, rows => Assert.Single(rows));
        Assert.All(stored, row => AssertIs(_sent.GetValueOrDefault(row[0]), row));

        var ids = SqliteReading.Column<long>(logFile, "SELECT id FROM messages ORDER BY id");
        Assert.Equal(Enumerable.Range(1, ids.Count).Select(id => (long)id), ids);
        Assert.Equal(ids.Count, SqliteReading.Scalar<long>(logFile, "SELECT last_id FROM log_state"));
        Assert.Equal("ok", SqliteReading.Scalar<string>(logFile, "PRAGMA integrity_check"));
    }

    /// <summary>Bodies are compressed as soon as there are enough to learn from; the fingerprint of what was sent stays readable.</summary>
    private static void AssertIs(string? sent, string[] row)
    {
        var body = Encoding.UTF8.GetBytes(Assert.IsType<string>(sent));
        var hash = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(body)).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(("0", hash), (row[2], row[3]));
        Assert.Contains(row[4], new[] { sent, "" }, StringComparer.Ordinal);
    }
}
