using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Sensoro.Simulator.Bench.Load;

/// <summary>
/// Writes whole signed requests, all of the same length: a body of 331 bytes with four readings of one of a thousand devices. The
/// fixed parts are a stencil; a request costs one copy, a few digits and one signature.
/// </summary>
internal sealed class PushRecipe
{
    public const int BodyLength = 331;
    public const int Devices = 1_000;

    // Pushes of one device are so far apart on its own clock; at ten thousand a second the clock keeps up with half of real time.
    private const int MillisecondsApart = 50;

    private const int NonceDigits = 13;
    private const int SignatureLength = 44;

    private readonly byte[] _stencil;
    private readonly byte[] _signed;
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(BenchKeys.AppSecret);
    private readonly int _nonceAt;
    private readonly int _signatureAt;
    private readonly int _bodyAt;
    private readonly int _signedBodyAt;
    private readonly bool _randomIds;
    private readonly bool _forged;
    private readonly long _first;
    private readonly long _start;

    /// <param name="port">The port on this machine that the requests go to.</param>
    /// <param name="first">Number of the first push.</param>
    /// <param name="start">Its report time, Unix milliseconds; also the nonce of all.</param>
    /// <param name="randomIds">Scattered msgIds instead of growing ones.</param>
    /// <param name="forged">Signs with a wrong secret: nothing of it may ever be stored.</param>
    public PushRecipe(int port, long first, long start, bool randomIds, bool forged = false)
    {
        var nonce = start.ToString(CultureInfo.InvariantCulture);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /webhook HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nX-ACCESS-ID: {BenchKeys.AppId}\r\nX-ACCESS-NONCE: {nonce}\r\nX-ACCESS-SIGNATURE: ");
        var tail = string.Create(CultureInfo.InvariantCulture, $"\r\nContent-Length: {BodyLength}\r\n\r\n");
        _nonceAt = head.IndexOf(nonce, StringComparison.Ordinal);
        _signatureAt = head.Length;
        _bodyAt = head.Length + SignatureLength + tail.Length;
        _stencil = new byte[_bodyAt + BodyLength];
        Encoding.ASCII.GetBytes(head, _stencil);
        Encoding.ASCII.GetBytes(tail, _stencil.AsSpan(_signatureAt + SignatureLength));

        // Nonce, method, address and body in one piece, as they are signed.
        var before = nonce + "POST" + BenchKeys.WebhookUrl;
        _signedBodyAt = before.Length;
        _signed = new byte[before.Length + BodyLength];
        Encoding.ASCII.GetBytes(before, _signed);
        (_first, _start, _randomIds, _forged) = (first, start, randomIds, forged);
    }

    /// <summary>Bytes of every request.</summary>
    public int Length => _stencil.Length;

    /// <summary>The SN of one of the thousand devices.</summary>
    public static string Sn(int device) => string.Create(CultureInfo.InvariantCulture, $"0117C6BE{device:X8}");

    /// <summary>The report time of a push, and the earliest start of a later run that follows it.</summary>
    public static long TimeOf(long index, long first, long start) => start + ((index - first + Devices - 1) / Devices * MillisecondsApart);

    /// <summary>Writes push number <paramref name="index"/>; not to be called by two threads at once.</summary>
    public void Write(long index, Span<byte> request)
    {
        _stencil.CopyTo(request);
        var body = request.Slice(_bodyAt, BodyLength);
        WriteBody(index, body);
        body.CopyTo(_signed.AsSpan(_signedBodyAt));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, _signed, hash);
        if (_forged)
        {
            hash[0] ^= 1;
        }

        Base64.EncodeToUtf8(hash, request.Slice(_signatureAt, SignatureLength), out _, out _);
    }

    internal ReadOnlySpan<byte> Body(ReadOnlySpan<byte> request) => request.Slice(_bodyAt, BodyLength);

    internal string Nonce(ReadOnlySpan<byte> request) => Encoding.ASCII.GetString(request.Slice(_nonceAt, NonceDigits));

    internal string Signature(ReadOnlySpan<byte> request) => Encoding.ASCII.GetString(request.Slice(_signatureAt, SignatureLength));

    /// <summary>Values move slowly and differ in their last digits, as those of real devices do. The place fills up to the length.</summary>
    private void WriteBody(long index, Span<byte> body)
    {
        var device = (int)(index % Devices);
        var at = TimeOf(index, _first, _start);
        var wave = (int)((index * 7_919) % 1_000);
        Utf8.TryWrite(
            body,
            CultureInfo.InvariantCulture,
            $"{{\"appId\":\"{BenchKeys.AppId}\",\"sn\":\"0117C6BE{device:X8}\",\"type\":\"text\",\"deviceType\":\"temp_humi\",\"createdTime\":{at},\"msgId\":{PushNumbers.MsgId(index, _randomIds)},\"data\":{{\"battery\":{90 + (device % 10)},\"temperature\":{20 + (wave % 10)}.{wave % 89 + 10},\"humidity\":{50 + (wave % 7)}.{wave % 83 + 10},\"light\":{200 + wave % 700}.{wave % 9 + 1}}},\"place\":\"",
            out var written);
        var place = body[written..^2];
        place.Fill((byte)'-');
        Utf8.TryWrite(place, CultureInfo.InvariantCulture, $"District {device % 17}, site {device % 101}, building {device % 7}, floor {device % 5}, room {device % 43} ", out _);
        "\"}"u8.CopyTo(body[^2..]);
    }
}
