using System.Runtime.InteropServices;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Webhook;

/// <summary>What became of a push, and in a few plain words why; never a secret and never an expected signature.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WebhookAnswer(WebhookOutcome Outcome, string Detail = "")
{
    /// <summary>The push is in the quarantine.</summary>
    public bool IsKept { get; init; }

    /// <summary>The reason under which such a push is kept; null for what is not kept.</summary>
    public RefusalReason? KeptReason => Outcome switch
    {
        WebhookOutcome.SignatureMismatch => RefusalReason.SignatureMismatch,
        WebhookOutcome.NonceStale => RefusalReason.NonceStale,
        WebhookOutcome.BodyInvalid => RefusalReason.BodyInvalid,
        WebhookOutcome.EnvelopeInvalid => RefusalReason.EnvelopeInvalid,
        WebhookOutcome.Undecryptable => RefusalReason.Undecryptable,
        _ => null,
    };

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
        WebhookOutcome.SignatureMismatch => RefusalReasons.Text(RefusalReason.SignatureMismatch),
        WebhookOutcome.NonceStale => RefusalReasons.Text(RefusalReason.NonceStale),
        WebhookOutcome.BodyInvalid => RefusalReasons.Text(RefusalReason.BodyInvalid),
        WebhookOutcome.EnvelopeInvalid => RefusalReasons.Text(RefusalReason.EnvelopeInvalid),
        WebhookOutcome.Undecryptable => RefusalReasons.Text(RefusalReason.Undecryptable),
        WebhookOutcome.QueueFull => "queue_full",
        WebhookOutcome.StorageFailed => "storage_failed",
    };
}
