using System.Runtime.InteropServices;

namespace Sensoro.Domain.Protocol;

/// <summary>Why a push was refused, and one machine word on the finer reason. It never repeats what the sender wrote.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProtocolError(ProtocolErrorKind Kind, string Detail)
{
    public static ProtocolError None { get; } = new(ProtocolErrorKind.None, "");

    /// <summary>The error of a push whose secret part could not be opened.</summary>
    public static ProtocolError Decryption(DecryptFault fault) => new(ProtocolErrorKind.DecryptFailed, fault switch
    {
        DecryptFault.None => "",
        DecryptFault.BadBase64 => "bad_base64",
        DecryptFault.BadCiphertextLength => "bad_ciphertext_length",
        DecryptFault.BadPadding => "bad_padding",
        DecryptFault.TooShort => "too_short",
        DecryptFault.LengthOverflow => "length_overflow",
        DecryptFault.InnerAppIdMismatch => "inner_app_id_mismatch",
        DecryptFault.InnerNotUtf8 => "inner_not_utf8",
        DecryptFault.InnerNotJson => "inner_not_json",
        DecryptFault.InnerNotObject => "inner_not_object",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a decrypt fault."),
    });

    internal static ProtocolError Envelope(string detail) => new(ProtocolErrorKind.EnvelopeInvalid, detail);
}
