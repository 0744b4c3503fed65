namespace Sensoro.Domain.Ledger;

/// <summary>The reasons as the webhook's answers, the counters and the database name them.</summary>
public static class RefusalReasons
{
    public static string Text(RefusalReason reason) => reason switch
    {
        RefusalReason.SignatureMismatch => "auth_bad_signature",
        RefusalReason.NonceStale => "auth_stale_nonce",
        RefusalReason.BodyInvalid => "body_invalid",
        RefusalReason.EnvelopeInvalid => "envelope_invalid",
        RefusalReason.Undecryptable => "decrypt_failed",
    };

    /// <summary>The reason with this text; null when it is none.</summary>
    public static RefusalReason? Parse(string? text) =>
        Enum.GetValues<RefusalReason>().Cast<RefusalReason?>().FirstOrDefault(reason => Text(reason.GetValueOrDefault()) == text);
}
