using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sensoro.Domain.Ledger;

/// <summary>
/// First 64 bits of the SHA-256 over what a push says. Two deliveries of one push agree in it, also when the sender encrypted the
/// second one anew: the ciphertext is left out, because its random filler must not matter.
/// </summary>
public static class ContentHash
{
    /// <summary>The hash of a plain push.</summary>
    public static long Of(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }

    /// <summary>The hash of an encrypted push: its body with the ciphertext replaced by what it says.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="encrypted">The ciphertext within it. When it carried JSON escapes it lies elsewhere, and the body counts as it is.</param>
    /// <param name="content">The decrypted content.</param>
    public static long Of(ReadOnlySpan<byte> body, ReadOnlySpan<byte> encrypted, ReadOnlySpan<byte> content)
    {
        if (encrypted.IsEmpty || !body.Overlaps(encrypted, out var start))
        {
            return Of(body);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(body[..start]);
        hash.AppendData(content);
        hash.AppendData(body[(start + encrypted.Length)..]);
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }
}
