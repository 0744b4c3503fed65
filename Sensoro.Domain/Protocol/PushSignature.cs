using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// SENSORO's signature: base64 of HMAC-SHA256 over nonce + METHOD + full URL + body, without separators, keyed with the
/// AppSecret's own UTF-8 bytes. The body is what came over the wire, never re-serialised JSON: another spelling of the same
/// number or escape would not verify.
/// </summary>
public static class PushSignature
{
    /// <summary>Bytes of a decoded signature.</summary>
    public const int Size = HMACSHA256.HashSizeInBytes;

    private const int TextLength = 44;

    /// <summary>The 16 base64 characters whose two low bits are zero: only these can precede the padding of 32 bytes.</summary>
    private const string CanonicalLast = "AEIMQUYcgkosw048";

    /// <summary>What SENSORO writes into X-ACCESS-SIGNATURE. <paramref name="method"/> is in capitals.</summary>
    public static string Sign(string appSecret, string nonce, string method, string url, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(appSecret);
        ArgumentNullException.ThrowIfNull(url);
        Span<byte> hash = stackalloc byte[Size];
        Compute(Encoding.UTF8.GetBytes(appSecret), nonce, method, Encoding.UTF8.GetBytes(url), body, hash);
        return Convert.ToBase64String(hash);
    }

    /// <summary>
    /// Decodes a signature header: 44 characters of standard base64 for 32 bytes, in the one spelling an encoder makes, so that no
    /// two texts stand for the same signature.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<char> signature, Span<byte> destination) =>
        signature.Length == TextLength
        && CanonicalLast.Contains(signature[TextLength - 2])
        && Convert.TryFromBase64Chars(signature, destination, out var written)
        && written == Size;

    /// <summary>Compares in constant time. <paramref name="urlUtf8"/> is the URL registered with SENSORO, character for character.</summary>
    public static bool Verify(
        ReadOnlySpan<byte> appSecretUtf8,
        ReadOnlySpan<char> nonce,
        ReadOnlySpan<char> method,
        ReadOnlySpan<byte> urlUtf8,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[Size];
        Compute(appSecretUtf8, nonce, method, urlUtf8, body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, signature);
    }

    // The one-shot HMAC keeps no state between calls and allocates nothing, but wants the text in one piece: copying the body into
    // a rented buffer costs far less than hashing it.
    private static void Compute(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<char> nonce,
        ReadOnlySpan<char> method,
        ReadOnlySpan<byte> url,
        ReadOnlySpan<byte> body,
        Span<byte> destination)
    {
        var limit = Encoding.UTF8.GetMaxByteCount(nonce.Length) + Encoding.UTF8.GetMaxByteCount(method.Length) + url.Length + body.Length;
        var rented = ArrayPool<byte>.Shared.Rent(limit);
        var length = Encoding.UTF8.GetBytes(nonce, rented);
        length += Encoding.UTF8.GetBytes(method, rented.AsSpan(length));
        url.CopyTo(rented.AsSpan(length));
        length += url.Length;
        body.CopyTo(rented.AsSpan(length));
        length += body.Length;
        HMACSHA256.HashData(key, rented.AsSpan(0, length), destination);
        ArrayPool<byte>.Shared.Return(rented);
    }
}
