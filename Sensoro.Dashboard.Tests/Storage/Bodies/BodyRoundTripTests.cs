using System.Text;
using FsCheck.Xunit;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage.Bodies;

/// <summary>Whatever a body is written with, it comes back byte by byte.</summary>
public sealed class BodyRoundTripTests : IAsyncDisposable
{
    private readonly TemporaryStorage _storage = new();
    private readonly BodyWriter _plain = new();
    private readonly BodyWriter _trained = new();

    public BodyRoundTripTests()
    {
        var dictionary = Encoding.UTF8.GetBytes("""{"appId":"app","sn":"","type":"text","createdTime":,"data":{"temperature":20}}""");
        _storage.Log.KeepDictionary(dictionary);
        _trained.Use(new BodyDictionary(BodyCodec.FirstDictionary, dictionary));
    }

    [Property(MaxTest = 300)]
    public bool Body_OfAnyBytesAndFacts_ComesBack(byte[] parts, byte[] sealedParts, string? sn, string? msgId, string? deviceType, long created)
    {
        var message = Messages.Sensor("", msgId) with
        {
            Sn = sn,
            DeviceType = deviceType,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(Math.Abs(created) % 4_000_000_000_000),
        };
        message = message with { Body = Body(parts, message), Sealed = Body(sealedParts, message) };
        return ComesBack(_trained, message) && ComesBack(_plain, message) && ComesBack(_plain, message with { Body = Repeat(message.Body) });
    }

    [Fact]
    public void Body_OfAPush_IsWrittenWithoutItsFacts()
    {
        var message = Messages.Sensor("10310117C5A3D4E9", "1");

        _trained.Write(message, out var body, out _);

        Assert.Equal(BodyCodec.FirstDictionary, _trained.Codec);
        Assert.InRange(body.Length, 1, 24);
        Assert.True(ComesBack(_trained, message));
    }

    [Fact]
    public void Body_WithControlBytes_StaysAsItIs()
    {
        var message = Messages.Sensor("A", "1") with { Body = Encoding.UTF8.GetBytes(new string('\u0003', 4_000)) };

        _trained.Write(message, out var body, out _);

        Assert.Equal(BodyCodec.Raw, _trained.Codec);
        Assert.True(body.SequenceEqual(message.Body.Span));
    }

    [Fact]
    public void SmallBody_WithoutADictionary_StaysReadable()
    {
        _plain.Write(Messages.Sensor("A", "1"), out _, out _);

        Assert.Equal(BodyCodec.Raw, _plain.Codec);
    }

    public async ValueTask DisposeAsync()
    {
        _plain.Dispose();
        _trained.Dispose();
        await _storage.DisposeAsync();
    }

    private bool ComesBack(BodyWriter writer, NewMessage message)
    {
        writer.Write(message, out var body, out var sealedBody);
        var (reader, facts) = (_storage.Get<BodyReader>(), BodyFacts.Of(message));
        return reader.Read(writer.Codec, body.ToArray(), facts).AsSpan().SequenceEqual(message.Body.Span)
            && reader.Read(writer.Codec, sealedBody.ToArray(), facts).AsSpan().SequenceEqual(message.Sealed.Span);
    }

    /// <summary>The facts of the message in any order, with other bytes between them.</summary>
    private static byte[] Body(byte[] parts, NewMessage message)
    {
        string?[] facts = [message.AppId, message.Sn, message.MsgId, message.DeviceType, $"{message.CreatedAt?.ToUnixTimeMilliseconds()}", """{"data":"""];
        return [.. parts.SelectMany(part => part < 128 ? Encoding.UTF8.GetBytes(facts[part % facts.Length] ?? "") : [(byte)(part % 2 == 0 ? part : part - 96)])];
    }

    private static byte[] Repeat(ReadOnlyMemory<byte> body) => [.. Enumerable.Repeat(body.ToArray(), 1 + (2_000 / Math.Max(1, body.Length))).SelectMany(static part => part)];
}
