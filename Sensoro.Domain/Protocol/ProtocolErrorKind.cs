namespace Sensoro.Domain.Protocol;

/// <summary>Why an authentic push cannot be read.</summary>
public enum ProtocolErrorKind
{
    None,
    BodyEmpty,
    BodyNotJson,
    BodyNotObject,
    BodyTooDeep,

    /// <summary>The body is one JSON object, but not a push.</summary>
    EnvelopeInvalid,

    /// <summary><c>encryptData</c> cannot be opened with this application's key.</summary>
    DecryptFailed,
}
