using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Sensoro.Dashboard.Webhook;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.TestPushes;

/// <summary>A push of the test device, written and signed as SENSORO does with the keys the door holds at present.</summary>
internal sealed class SignedPush
{
    private const double Temperature = 20;
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly string _appId;
    private readonly string _nonce;
    private readonly string _signature;
    private readonly byte[] _body;

    /// <param name="application">The keys.</param>
    /// <param name="url">The text registered at SENSORO.</param>
    /// <param name="msgId">Tells this push from all others.</param>
    /// <param name="now">When it was reported and sent.</param>
    public SignedPush(RegisteredApplication application, string url, long msgId, DateTimeOffset now)
    {
        var cipher = application.Ciphers.Count > 0 ? application.Ciphers[0] : null;
        (_appId, IsEncrypted, MsgId) = (application.AppId, cipher is not null, msgId.ToString(CultureInfo.InvariantCulture));
        _body = Body(application.AppId, cipher, msgId, now);
        _nonce = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        _signature = PushSignature.Sign(Encoding.UTF8.GetString(application.Secrets[0]), _nonce, HttpMethods.Post, url, _body);
    }

    /// <summary>Its content is encrypted.</summary>
    public bool IsEncrypted { get; }

    public string MsgId { get; }

    public HttpRequestMessage ToRequest(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(_body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation(PushAuthenticator.IdHeader, _appId);
        request.Headers.TryAddWithoutValidation(PushAuthenticator.NonceHeader, _nonce);
        request.Headers.TryAddWithoutValidation(PushAuthenticator.SignatureHeader, _signature);
        return request;
    }

    private static byte[] Body(string appId, PushCipher? cipher, long msgId, DateTimeOffset now) => Write(json =>
    {
        json.WriteString("appId", appId);
        json.WriteString("sn", TestDevice.Sn);
        json.WriteString("type", "text");
        json.WriteString("deviceType", TestDevice.DeviceType);
        json.WriteNumber("createdTime", now.ToUnixTimeMilliseconds());
        json.WriteNumber("msgId", msgId);
        if (cipher is null)
        {
            json.WriteStartObject("data");
            WriteReadings(json);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("encryptData", cipher.Encrypt(Write(WriteReadings)));
        }
    });

    private static void WriteReadings(Utf8JsonWriter json)
    {
        json.WriteNumber("interval", TestDevice.IntervalSeconds);
        json.WriteNumber("temperature", Temperature);
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var target = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(target))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return target.WrittenSpan.ToArray();
    }
}
