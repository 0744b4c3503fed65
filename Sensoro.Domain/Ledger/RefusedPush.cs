using System.Security.Cryptography;
using System.Text;

namespace Sensoro.Domain.Ledger;

/// <summary>A push that cannot be taken as things are, with all that is needed to judge it again after a setting was mended.</summary>
public sealed record RefusedPush
{
    private const int IdentitySize = 16;

    /// <summary>The application it named; empty for a push that was let in without a signature.</summary>
    public required string AppId { get; init; }

    public required RefusalReason Reason { get; init; }

    /// <summary>Its signature was right: it is SENSORO's, and must not be lost.</summary>
    public required bool IsAuthentic { get; init; }

    /// <summary>What was wrong, as the sender was told.</summary>
    public required string Detail { get; init; }

    /// <summary>The network address it came from.</summary>
    public required string Address { get; init; }

    /// <summary>The address it was posted to, as far as the request tells. Anybody can write anything there: only for showing.</summary>
    public required string Url { get; init; }

    /// <summary>The nonce exactly as it enters the signature; empty without one.</summary>
    public required string Nonce { get; init; }

    /// <summary>The decoded signature; empty without one.</summary>
    public required ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>The device it seems to speak of.</summary>
    public string? Sn { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The request body as received.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Two deliveries of one push agree in it, whatever their nonces. A forgery never stands for an authentic one.</summary>
    public byte[] Identity()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, IsAuthentic ? "authentic" : "unverified");
        Append(hash, AppId);
        hash.AppendData(Body.Span);
        return hash.GetHashAndReset()[..IdentitySize];
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
