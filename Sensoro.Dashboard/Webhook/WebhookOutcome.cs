namespace Sensoro.Dashboard.Webhook;

/// <summary>Everything that can become of a push at the door. A closed set: whoever switches over it names every case.</summary>
internal enum WebhookOutcome
{
    Stored,
    Duplicate,
    Conflict,
    MethodNotAllowed,
    BodyTooLarge,
    BodyTooSlow,
    HeaderMissing,
    HeaderRepeated,
    ApplicationUnknown,
    NonceInvalid,
    SignatureMismatch,
    NonceStale,
    BodyInvalid,
    EnvelopeInvalid,
    Undecryptable,
    QueueFull,
    StorageFailed,
}
