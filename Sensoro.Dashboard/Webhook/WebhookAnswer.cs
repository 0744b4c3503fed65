using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Webhook;

/// <summary>What became of a push, and in a few plain words why; never a secret and never an expected signature.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WebhookAnswer(WebhookOutcome Outcome, string Detail = "")
{
    /// <summary>The reason under which a refused push is counted; null for one that was taken.</summary>
    public string? RejectReason => Outcome switch
    {
        WebhookOutcome.Stored or WebhookOutcome.Duplicate or WebhookOutcome.Conflict => null,
        WebhookOutcome.MethodNotAllowed => "method_not_allowed",
        WebhookOutcome.BodyTooLarge => "body_too_large",
        WebhookOutcome.BodyTooSlow => "body_too_slow",
        WebhookOutcome.HeaderMissing => "auth_missing_header",
        WebhookOutcome.HeaderRepeated => "auth_repeated_header",
        WebhookOutcome.ApplicationUnknown => "auth_bad_app_id",
        WebhookOutcome.NonceInvalid => "auth_bad_nonce",
        WebhookOutcome.SignatureMismatch => "auth_bad_signature",
        WebhookOutcome.NonceStale => "auth_stale_nonce",
        WebhookOutcome.BodyInvalid => "body_invalid",
        WebhookOutcome.EnvelopeInvalid => "envelope_invalid",
        WebhookOutcome.Undecryptable => "decrypt_failed",
        WebhookOutcome.QueueFull => "queue_full",
        WebhookOutcome.StorageFailed => "storage_failed",
    };
}
