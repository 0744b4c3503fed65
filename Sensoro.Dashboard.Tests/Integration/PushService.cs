using System.Globalization;
using System.Text;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>The credentials of a SENSORO push service, able to sign and encrypt as SENSORO does.</summary>
public sealed record PushService(string AppId, string AppKey, string AppSecret)
{
    public static PushService North { get; } = new("north0000001", "abcdefghijABCDEFGHIJ0123456789abcdefghijABC", "north-secret-0123456789abcdefghi");

    public static PushService South { get; } = new("south0000002", "ABCDEFGHIJabcdefghij9876543210ABCDEFGHIJabc", "south-secret-0123456789abcdefghi");

    /// <summary>A signed POST of <paramref name="body"/>.</summary>
    /// <param name="webhookUrl">The URL registered at SENSORO: the text that enters the signature.</param>
    /// <param name="body">The exact bytes.</param>
    /// <param name="sentAt">The nonce.</param>
    public HttpRequestMessage Sign(string webhookUrl, byte[] body, DateTimeOffset sentAt)
    {
        var nonce = sentAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new HttpRequestMessage(HttpMethod.Post, "/webhook")
        {
            Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } },
            Headers =
            {
                { "X-ACCESS-ID", AppId },
                { "X-ACCESS-NONCE", nonce },
                { "X-ACCESS-SIGNATURE", PushSignature.Sign(AppSecret, nonce, "POST", webhookUrl, body) },
            },
        };
    }

    /// <summary>What safe mode puts into <c>encryptData</c>; every call draws a new random filler.</summary>
    public string Encrypt(string content) =>
        PushCipher.TryCreate(AppKey, AppId, out var cipher)
            ? cipher.Encrypt(Encoding.UTF8.GetBytes(content))
            : throw new InvalidOperationException("The AppKey is not one.");
}
