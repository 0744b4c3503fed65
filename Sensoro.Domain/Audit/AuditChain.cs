using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sensoro.Domain.Audit;

/// <summary>
/// The hash chain of the trail: every entry carries the SHA-256 of itself and of the entry before, so that nothing in the middle can
/// be changed without changing all that follows. Whoever has written down the last hash once can tell that all before it still stands.
/// </summary>
public static class AuditChain
{
    private const int Absent = -1;

    /// <summary>What stands before the first entry.</summary>
    public static ReadOnlyMemory<byte> Beginning { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>SHA-256 over the previous hash, the time in Unix milliseconds and each text behind its length in bytes, all numbers big-endian.</summary>
    public static byte[] Hash(AuditEntry entry, ReadOnlySpan<byte> previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Span<byte> at = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(at, entry.At.ToUnixTimeMilliseconds());
        hash.AppendData(at);
        foreach (var text in new[] { entry.Actor, entry.ActorId, entry.Address, entry.Action, entry.Target, entry.Before, entry.After })
        {
            Append(hash, text);
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? Absent : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
