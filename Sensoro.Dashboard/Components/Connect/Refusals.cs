using Microsoft.Extensions.Localization;

namespace Sensoro.Dashboard.Components.Connect;

/// <summary>The door's reasons for a refusal in the reader's words.</summary>
internal static class Refusals
{
    /// <summary>Such a push knew one of our AppIDs: it is probably SENSORO's, and lost. Others are the Internet's noise.</summary>
    public static bool IsSerious(string reason) => reason is "auth_bad_signature" or "auth_stale_nonce" or "decrypt_failed"
        or "body_invalid" or "envelope_invalid" or "queue_full" or "storage_failed";

    /// <summary>What it is; the reason itself when it has no words.</summary>
    public static string Name(IStringLocalizer<ConnectTexts> texts, string reason) => texts["Reason_" + reason] is { ResourceNotFound: false } text ? text.Value : reason;

    /// <summary>What to check.</summary>
    public static string? Advice(IStringLocalizer<ConnectTexts> texts, string reason) => texts["Advice_" + reason] is { ResourceNotFound: false } text ? text.Value : null;
}
