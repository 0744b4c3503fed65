using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

public sealed class PushCipherTests
{
    private const string AppKey = "S92dxw4a3qbvZtgBQ5mvIyP9QqIdYhsYKUNoeI0fqOF";
    private const string AppId = "zGA3ile5O7oz";

    [Theory]
    [InlineData(null, AppId)]
    [InlineData("", AppId)]
    [InlineData("S92dxw4a3qbvZtgBQ5mvIyP9QqIdYhsYKUNoeI0fqO", AppId)]
    [InlineData("S92dxw4a3qbvZtgBQ5mvIyP9QqIdYhsYKUNoeI0fqOF=", AppId)]
    [InlineData("S92dxw4a3qbvZtgBQ5mvIyP9QqIdYhsYKUNoeI0fq!F", AppId)]
    [InlineData("S92dxw4a3qbvZtgBQ5mvIyP9QqIdYhsYKUNoeI0fq F", AppId)]
    [InlineData("S92dxw4a3qbvZtgBQ5mvIyP9QqIdYhsYKUNoeI0fq==", AppId)]
    [InlineData(AppKey, null)]
    [InlineData(AppKey, "")]
    public void TryCreate_WithoutUsableCredentials_Refuses(string? appKey, string? appId)
    {
        Assert.False(PushCipher.TryCreate(appKey, appId, out var cipher));
        Assert.Null(cipher);
    }

    [Fact]
    public void TryCreate_WithUnusedBitsInTheLastCharacter_MakesTheSameCipher()
    {
        // "E" and "F" differ only in bits that belong to no byte of the key
        var text = Open(Create(AppKey[..^1] + "E"), Create(AppKey).Encrypt("""{"battery":50}"""u8), out var fault);

        Assert.Equal(DecryptFault.None, fault);
        Assert.Equal("""{"battery":50}""", text);
    }

    [Theory]
    [MemberData(nameof(PaddingLengths))]
    public void TryDecrypt_AtEveryPaddingLength_FindsTheMessage(int padding)
    {
        var message = MessageWithPadding(padding);

        var text = Open(Create(AppKey), Create(AppKey).Encrypt(Encoding.UTF8.GetBytes(message)), out var fault);

        Assert.Equal(DecryptFault.None, fault);
        Assert.Equal(message, text);
    }

    public static TheoryData<int> PaddingLengths => [.. Enumerable.Range(1, 32)];

    [Property]
    public bool TryDecrypt_OfWhatEncryptMade_ReturnsIt(NonNull<string> value)
    {
        var message = JsonSerializer.Serialize(new { customer = value.Get });
        return Open(Create(AppKey), Create(AppKey).Encrypt(Encoding.UTF8.GetBytes(message)), out _) == message;
    }

    [Fact]
    public void Encrypt_OfTheSameMessageTwice_GivesDifferentTexts()
    {
        var cipher = Create(AppKey);

        Assert.False(cipher.Encrypt("{}"u8) == cipher.Encrypt("{}"u8));
    }

    [Fact]
    public void TryDecrypt_OnManyThreads_KeepsTheMessagesApart()
    {
        var cipher = Create(AppKey);
        var wrong = 0;

        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index =>
        {
            var message = $$"""{"battery":{{index}}}""";
            if (Open(cipher, cipher.Encrypt(Encoding.UTF8.GetBytes(message)), out _) != message)
            {
                Interlocked.Increment(ref wrong);
            }
        });

        Assert.Equal(0, wrong);
    }

    [Theory]
    [InlineData("", DecryptFault.InnerNotJson)]
    [InlineData("hello", DecryptFault.InnerNotJson)]
    [InlineData("{} {}", DecryptFault.InnerNotJson)]
    [InlineData("""{"battery":NaN}""", DecryptFault.InnerNotJson)]
    [InlineData("\uFEFF{}", DecryptFault.InnerNotJson)]
    [InlineData("""{"customer":"\ud800"}""", DecryptFault.InnerNotJson)]
    [InlineData("[1,2]", DecryptFault.InnerNotObject)]
    [InlineData("7", DecryptFault.InnerNotObject)]
    [InlineData("null", DecryptFault.InnerNotObject)]
    public void TryDecrypt_OfAMessageThatIsNoJsonObject_NamesTheFault(string message, DecryptFault expected)
    {
        Open(Create(AppKey), Create(AppKey).Encrypt(Encoding.UTF8.GetBytes(message)), out var fault);

        Assert.Equal(expected, fault);
    }

    [Theory]
    [InlineData(63, DecryptFault.None)]
    [InlineData(64, DecryptFault.InnerNotJson)]
    public void TryDecrypt_OfDeepNesting_StopsBelow64Levels(int arrays, DecryptFault expected)
    {
        var message = $$"""{"x":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";

        Open(Create(AppKey), Create(AppKey).Encrypt(Encoding.UTF8.GetBytes(message)), out var fault);

        Assert.Equal(expected, fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAA")]
    [InlineData("AAAA\nAAAA")]
    [InlineData("AAAA AAAAAAA")]
    [InlineData("-_-_")]
    [InlineData("====")]
    public void TryDecrypt_OfTextThatIsNoBase64_SaysSo(string base64)
    {
        Open(Create(AppKey), base64, out var fault);

        Assert.Equal(DecryptFault.BadBase64, fault);
    }

    [Fact]
    public void TryDecrypt_IntoAShortBuffer_Throws()
    {
        var cipher = Create(AppKey);
        var base64 = Encoding.UTF8.GetBytes(cipher.Encrypt("{}"u8));

        Assert.Throws<ArgumentException>(() =>
            cipher.TryDecrypt(base64, new byte[PushCipher.MaxPlaintextLength(base64.Length) - 1], out _, out _, out _));
    }

    [Property(MaxTest = 500)]
    public bool TryDecrypt_OfAnyBlocks_EndsInAVerdict(byte[] noise)
    {
        var blocks = new byte[16 * (1 + (noise.Length % 8))];
        noise.AsSpan(0, Math.Min(noise.Length, blocks.Length)).CopyTo(blocks);

        Open(Create(AppKey), Convert.ToBase64String(blocks), out var fault);

        return fault is not (DecryptFault.BadBase64 or DecryptFault.BadCiphertextLength);
    }

    [Property(MaxTest = 500)]
    public bool TryDecrypt_OfADamagedMessage_NeverThrows(NonNegativeInt bit)
    {
        var message = """{"battery":77,"temperature":25.25}""";
        var bytes = Convert.FromBase64String(Create(AppKey).Encrypt(Encoding.UTF8.GetBytes(message)));
        var at = bit.Get % (bytes.Length * 8);
        bytes[at / 8] ^= (byte)(1 << (at % 8));

        var text = Open(Create(AppKey), Convert.ToBase64String(bytes), out var fault);

        return (text is null) == (fault != DecryptFault.None);
    }

    private static string MessageWithPadding(int padding)
    {
        for (var extra = 0; ; extra++)
        {
            var message = $$"""{"customer":"{{new string('0', extra)}}"}""";
            if (32 - ((20 + message.Length + AppId.Length) % 32) == padding)
            {
                return message;
            }
        }
    }

    private static PushCipher Create(string appKey)
    {
        Assert.True(PushCipher.TryCreate(appKey, AppId, out var cipher));
        return cipher;
    }

    private static string? Open(PushCipher cipher, string base64, out DecryptFault fault)
    {
        var text = Encoding.UTF8.GetBytes(base64);
        var buffer = new byte[PushCipher.MaxPlaintextLength(text.Length)];
        return cipher.TryDecrypt(text, buffer, out var offset, out var length, out fault)
            ? Encoding.UTF8.GetString(buffer, offset, length)
            : null;
    }
}
