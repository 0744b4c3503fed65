namespace Sensoro.Domain.Ledger;

/// <summary>Why a push that named one of our applications was kept raw instead of being stored.</summary>
public enum RefusalReason
{
    /// <summary>No secret and no registered address gives its signature: a wrong setting, or somebody else's push.</summary>
    SignatureMismatch,

    /// <summary>Authentic, but its nonce is too far from our clock.</summary>
    NonceStale,

    /// <summary>Authentic, but not a JSON object.</summary>
    BodyInvalid,

    /// <summary>Authentic, but without what a push must have.</summary>
    EnvelopeInvalid,

    /// <summary>Authentic, but no AppKey opens its content.</summary>
    Undecryptable,
}
