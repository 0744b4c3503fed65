using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

public sealed class PushSignatureTests
{
    private const string Secret = "AkQcM1LDnsBPQuw8q0sBcmz6Du9FrXrl";
    private const string Nonce = "1759999998500";
    private const string Url = "https://dash.example.test/api/sensoro/webhook?site=north";

    private static readonly byte[] Body = """{"sn":"10610117C5A9D0AA","data":{"temperature":21.50}}"""u8.ToArray();

    [Fact]
    public void Sign_OfAPush_IsTheHmacOfTheConcatenatedParts()
    {
        var text = (byte[])[.. Encoding.UTF8.GetBytes(Nonce + "POST" + Url), .. Body];

        var signature = PushSignature.Sign(Secret, Nonce, "POST", Url, Body);

        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), text)), signature);
    }

    [Fact]
    public void Verify_OfWhatSignMade_Succeeds() => Assert.True(Verify(PushSignature.Sign(Secret, Nonce, "POST", Url, Body)));

    [Fact]
    public void Verify_WithNonAsciiParts_UsesUtf8()
    {
        const string secret = "密钥-ключ";
        const string url = "https://dash.example.test/网关";
        var signature = Decode(PushSignature.Sign(secret, "１", "POST", url, Body));

        Assert.True(PushSignature.Verify(Encoding.UTF8.GetBytes(secret), "１", "POST", Encoding.UTF8.GetBytes(url), Body, signature));
    }

    [Fact]
    public void Verify_OfTheReserialisedBody_Fails()
    {
        var reserialised = """{"sn":"10610117C5A9D0AA","data":{"temperature":21.5}}"""u8.ToArray();

        Assert.False(Verify(PushSignature.Sign(Secret, Nonce, "POST", Url, reserialised)));
    }

    [Fact]
    public void Verify_OfAnEmptyBodySignedAsBraces_Fails()
    {
        var signature = Decode(PushSignature.Sign(Secret, Nonce, "POST", Url, "{}"u8));

        Assert.False(PushSignature.Verify(Encoding.UTF8.GetBytes(Secret), Nonce, "POST", Encoding.UTF8.GetBytes(Url), [], signature));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Verify_OfASignatureOfAnotherLength_Fails(int length) =>
        Assert.False(PushSignature.Verify(Encoding.UTF8.GetBytes(Secret), Nonce, "POST", Encoding.UTF8.GetBytes(Url), Body, new byte[length]));

    [Fact]
    public void Verify_AfterAHundredThousandRandomFlips_NeverSucceeds()
    {
        var random = new Random(20_261_126);
        byte[] whole = [.. Encoding.UTF8.GetBytes(Nonce), .. "POST"u8, .. Encoding.UTF8.GetBytes(Url), .. Body, .. Decode(PushSignature.Sign(Secret, Nonce, "POST", Url, Body))];
        var (method, url) = (Nonce.Length, Nonce.Length + "POST".Length);
        for (var i = 0; i < 100_000; i++)
        {
            var changed = whole.ToArray();
            var at = random.Next(changed.Length * 8);
            changed[at / 8] ^= (byte)(1 << (at % 8));

            Assert.False(PushSignature.Verify(
                Encoding.UTF8.GetBytes(Secret),
                Encoding.Latin1.GetString(changed[..method]),
                Encoding.Latin1.GetString(changed[method..url]),
                changed.AsSpan(url, Url.Length),
                changed.AsSpan(url + Url.Length, Body.Length),
                changed.AsSpan(url + Url.Length + Body.Length)));
        }
    }

    [Property(MaxTest = 500)]
    public bool Verify_WithAnyFlippedBit_Fails(NonNegativeInt part, NonNegativeInt bit)
    {
        byte[][] parts =
        [
            Encoding.UTF8.GetBytes(Nonce),
            "POST"u8.ToArray(),
            Encoding.UTF8.GetBytes(Url),
            [.. Body],
            Decode(PushSignature.Sign(Secret, Nonce, "POST", Url, Body)),
        ];
        var chosen = parts[part.Get % parts.Length];
        var at = bit.Get % (chosen.Length * 8);
        chosen[at / 8] ^= (byte)(1 << (at % 8));

        // Latin-1 keeps every changed byte a different character.
        return !PushSignature.Verify(
            Encoding.UTF8.GetBytes(Secret),
            Encoding.Latin1.GetString(parts[0]),
            Encoding.Latin1.GetString(parts[1]),
            parts[2],
            parts[3],
            parts[4]);
    }

    [Property(MaxTest = 500)]
    public bool Header_WithAnyFlippedBit_IsRefused(NonNegativeInt bit)
    {
        var text = PushSignature.Sign(Secret, Nonce, "POST", Url, Body).ToCharArray();
        var at = bit.Get % (text.Length * 7);
        text[at / 7] ^= (char)(1 << (at % 7));

        return !Verify(new string(text));
    }

    [Property]
    public bool Verify_OfWhatSignMadeForAnyBody_Succeeds(byte[] body)
    {
        var signature = Decode(PushSignature.Sign(Secret, Nonce, "POST", Url, body));
        return PushSignature.Verify(Encoding.UTF8.GetBytes(Secret), Nonce, "POST", Encoding.UTF8.GetBytes(Url), body, signature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mr/VxJ7ZTubvYkEIVyuw")]
    [InlineData("32bfd5c49ed94ee6ef624108572bb0300e1e8022e03c8ee07c4ed1228da8576e")]
    [InlineData("Mr/VxJ7ZTubvYkEIVyuwMIT6IeuAiPODT4IRog5oXoY")]
    [InlineData("Mr/VxJ7ZTubvYkEIVyuwMIT6IeuAiPODT4IRog5oXoYA")]
    [InlineData("Mr/VxJ7ZTubvYkEIVyuwMIT6IeuAiPODT4IRog5oX===")]
    [InlineData("Mr_VxJ7ZTubvYkEIVyuwMIT6IeuAiPODT4IRog5oXoY=")]
    [InlineData("Mr/VxJ7ZTubvYkEIVyuwMIT6Ieu iPODT4IRog5oXoY=")]
    [InlineData(" r/VxJ7ZTubvYkEIVyuwMIT6IeuAiPODT4IRog5oXoY=")]
    [InlineData("Mr/VxJ7ZTubvYkEIVyuwMIT6IeuAiPODT4IRog5oXoY= ")]
    public void TryDecode_OfAnythingButBase64Of32Bytes_Refuses(string text) => Assert.False(PushSignature.TryDecode(text, new byte[PushSignature.Size]));

    [Fact]
    public void TryDecode_OfASecondSpellingOfTheSameBytes_Refuses()
    {
        var bytes = new byte[PushSignature.Size];

        Assert.True(PushSignature.TryDecode("Mr/VxJ7ZTubvYkEIVyuwMIT6IeuAiPODT4IRog5oXoY=", bytes));
        Assert.False(PushSignature.TryDecode("Mr/VxJ7ZTubvYkEIVyuwMIT6IeuAiPODT4IRog5oXoZ=", bytes));
    }

    [Fact]
    public void Verify_OnceWarm_AllocatesNothing()
    {
        var secret = Encoding.UTF8.GetBytes(Secret);
        var url = Encoding.UTF8.GetBytes(Url);
        var signature = Decode(PushSignature.Sign(Secret, Nonce, "POST", Url, Body));
        var valid = PushSignature.Verify(secret, Nonce, "POST", url, Body, signature);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            valid &= PushSignature.Verify(secret, Nonce, "POST", url, Body, signature);
        }

        Assert.True(valid);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
    }

    private static bool Verify(string signature)
    {
        Span<byte> bytes = stackalloc byte[PushSignature.Size];
        return PushSignature.TryDecode(signature, bytes)
            && PushSignature.Verify(Encoding.UTF8.GetBytes(Secret), Nonce, "POST", Encoding.UTF8.GetBytes(Url), Body, bytes);
    }

    private static byte[] Decode(string signature)
    {
        var bytes = new byte[PushSignature.Size];
        Assert.True(PushSignature.TryDecode(signature, bytes));
        return bytes;
    }
}
