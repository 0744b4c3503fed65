using System.Globalization;
using System.Text;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>Writes the requests of pushes, each signed at the moment it leaves.</summary>
internal sealed class RequestWriter(int port, TimeProvider time)
{
    /// <summary>Outside any window in which a program may believe a nonce, even one whose own clock is an hour wrong.</summary>
    private static readonly TimeSpan StaleBy = TimeSpan.FromHours(5);

    public byte[] Write(TorturePush push)
    {
        var sentAt = time.GetUtcNow() - (push.Intent == PushIntent.Stale ? StaleBy : TimeSpan.Zero);
        var nonce = sentAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var secret = push.Intent == PushIntent.Forged ? BenchKeys.AppSecret + "?" : BenchKeys.AppSecret;
        var method = push.Intent == PushIntent.WrongMethod ? "PUT" : "POST";
        var signature = PushSignature.Sign(secret, nonce, method, BenchKeys.WebhookUrl, push.Body.Span);
        var head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{method} /webhook HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nX-ACCESS-ID: {BenchKeys.AppId}\r\nX-ACCESS-NONCE: {nonce}\r\nX-ACCESS-SIGNATURE: {signature}\r\nContent-Length: {push.Body.Length}\r\n\r\n"));
        return [.. head, .. push.Body.Span];
    }
}
