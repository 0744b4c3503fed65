using System.Text;
using System.Text.Json;
using Sensoro.Dashboard.Tests.Vectors;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>Every vector, as far as bytes and keys alone decide it.</summary>
public sealed class PushVectorTests
{
    /// <summary>Only the receiver knows whose signature the push carried.</summary>
    private const string OtherApplication = "app_id_mismatch";

    public static TheoryData<string> Every => VectorFile.Cases(_ => true);

    public static TheoryData<string> Encrypted => VectorFile.Cases(vector => vector.Oracle.StrictDecrypt is not null);

    public static TheoryData<string> Refused => VectorFile.Cases(vector =>
        vector is { Group: "json" or "envelope" or "event", Expect.Outcome: VectorExpectation.Reject, Oracle.RawSignatureValid: true }
        && vector.Expect.Detail != OtherApplication);

    public static TheoryData<string> Understood => VectorFile.Cases(vector => vector.Expect.Event is not null && vector.Oracle.RawSignatureValid);

    public static TheoryData<string> Undecided => VectorFile.Cases(vector => vector.Expect.Outcome == VectorExpectation.Either);

    [Fact]
    public void VectorFile_AsDelivered_HoldsEveryVector() => Assert.Equal(196, VectorFile.All.Count);

    [Theory]
    [MemberData(nameof(Every))]
    public void Signature_OfVector_IsWhatTheOracleSays(string id)
    {
        var vector = VectorFile.Find(id);
        Span<byte> signature = stackalloc byte[PushSignature.Size];

        var isValid = vector.Request.Header("X-ACCESS-NONCE") is { } nonce
            && PushSignature.TryDecode(vector.Request.Header("X-ACCESS-SIGNATURE"), signature)
            && PushSignature.Verify(
                Encoding.UTF8.GetBytes(vector.Profile.AppSecret),
                nonce,
                vector.Request.Method,
                Encoding.UTF8.GetBytes(vector.PublicUrl),
                vector.Request.ReadBody(),
                signature);

        Assert.Equal(vector.Oracle.RawSignatureValid, isValid);
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public void Cipher_OnVector_FindsTheTextOrTheOraclesFault(string id)
    {
        var vector = VectorFile.Find(id);
        Assert.True(PushParser.TryReadEnvelope(vector.Request.ReadBody(), out var envelope, out _));
        var cipher = CipherOf(vector.Profile);
        var buffer = new byte[PushCipher.MaxPlaintextLength(envelope.EncryptData.Length)];

        var opened = cipher.TryDecrypt(envelope.EncryptData.Span, buffer, out var offset, out var length, out var fault);

        Assert.Equal(vector.Oracle.StrictDecrypt, opened ? "ok" : ProtocolError.Decryption(fault).Detail);
        if (opened)
        {
            Assert.Equal(vector.Expect.DecryptedPlaintext, Encoding.UTF8.GetString(buffer, offset, length));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Parser_OnBrokenVector_NamesAnAllowedError(string id)
    {
        var vector = VectorFile.Find(id);

        var error = ReadingOf.Error(vector.Request.ReadBody());

        Assert.True(vector.Expect.Allows(ErrorClass(error)), $"{error.Kind} {error.Detail}");
        if (vector.Expect.Detail is { } detail)
        {
            Assert.Equal(detail, error.Detail);
        }
    }

    [Theory]
    [MemberData(nameof(Understood))]
    public void Parser_OnGoodVector_ReadsTheNormalisedEvent(string id)
    {
        var vector = VectorFile.Find(id);
        if (Read(vector, out var error) is not { } push)
        {
            Assert.Equal(VectorExpectation.Either, vector.Expect.Outcome);
            Assert.True(vector.Expect.Allows(ErrorClass(error)), $"{error.Kind} {error.Detail}");
            return;
        }

        var expected = Assert.NotNull(vector.Expect.Event);
        var actual = JsonSerializer.SerializeToElement(NormalisedEvent.Of(push));

        Assert.True(NormalisedEvent.AreEqual(expected, actual), $"expected {expected}{Environment.NewLine}actual   {actual}");
    }

    [Theory]
    [MemberData(nameof(Undecided))]
    public void Parser_OnVectorOpenToChoice_DecidesWithoutThrowing(string id)
    {
        var vector = VectorFile.Find(id);

        var push = Read(vector, out var error);

        Assert.True(push is not null || vector.Expect.Allows(ErrorClass(error)), $"{error.Kind} {error.Detail}");
    }

    [Fact]
    public void Parser_OnEverySequence_FindsTheDistinctPushesItStores() => Assert.All(PushSequence.All, sequence =>
    {
        var pushes = sequence.Steps.Where(step => step.Stored).Select(step => ReadingOf.Plain(Encoding.UTF8.GetString(step.Request.ReadBody()))).ToList();

        Assert.Equal(sequence.Final.Readings, pushes.Count(push => push is SensorPush));
        Assert.Equal(sequence.Final.TaskResults, pushes.Count(push => push is TaskEvent));
    });

    [Fact]
    public void Envelope_OfAnotherApplication_CarriesThatApplication()
    {
        var vector = VectorFile.All.Single(candidate => candidate.Expect.Detail == OtherApplication);

        Assert.True(PushParser.TryReadEnvelope(vector.Request.ReadBody(), out var envelope, out _));

        Assert.Equal("someoneelse1", envelope.AppId);
    }

    private static Push? Read(PushVector vector, out ProtocolError error)
    {
        if (!PushParser.TryReadEnvelope(vector.Request.ReadBody(), out var envelope, out error))
        {
            return null;
        }

        if (!envelope.IsEncrypted)
        {
            return PushParser.ReadPush(envelope, default);
        }

        var buffer = new byte[PushCipher.MaxPlaintextLength(envelope.EncryptData.Length)];
        if (!CipherOf(vector.Profile).TryDecrypt(envelope.EncryptData.Span, buffer, out var offset, out var length, out var fault))
        {
            error = ProtocolError.Decryption(fault);
            return null;
        }

        return PushParser.ReadPush(envelope, buffer.AsMemory(offset, length));
    }

    private static PushCipher CipherOf(VectorProfile profile)
    {
        Assert.True(PushCipher.TryCreate(profile.AppKey, profile.AppId, out var cipher));
        return cipher;
    }

    private static string ErrorClass(ProtocolError error) => error.Kind switch
    {
        ProtocolErrorKind.None => "none",
        ProtocolErrorKind.BodyEmpty => "body_empty",
        ProtocolErrorKind.BodyNotJson => "body_not_json",
        ProtocolErrorKind.BodyNotObject => "body_not_object",
        ProtocolErrorKind.BodyTooDeep => "body_too_deep",
        ProtocolErrorKind.EnvelopeInvalid => "envelope_invalid",
        ProtocolErrorKind.DecryptFailed => "decrypt_failed",
        _ => throw new ArgumentOutOfRangeException(nameof(error), error.Kind, "Not an error kind."),
    };
}
