namespace Sensoro.Domain.Protocol;

/// <summary>The first check that an encrypted message failed, in the order of the checks.</summary>
public enum DecryptFault
{
    None,

    /// <summary>Not standard base64; line breaks count as that.</summary>
    BadBase64,

    /// <summary>Not a positive multiple of the 16-byte AES block.</summary>
    BadCiphertextLength,

    /// <summary>The padding is not 1 to 32 bytes that all hold their count: usually the wrong AppKey.</summary>
    BadPadding,

    /// <summary>No room for the filler and the length.</summary>
    TooShort,

    /// <summary>The length field points past the end.</summary>
    LengthOverflow,

    /// <summary>What follows the message is not this application's AppID.</summary>
    InnerAppIdMismatch,
    InnerNotUtf8,
    InnerNotJson,
    InnerNotObject,
}
