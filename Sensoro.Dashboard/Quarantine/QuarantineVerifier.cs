using Sensoro.Dashboard.Webhook;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Quarantine;

/// <summary>
/// Judges a refused push again, by the rules of the door and with the settings of now. Only the age of its nonce does not count:
/// it has waited here.
/// </summary>
internal sealed class QuarantineVerifier(PushAuthenticator authenticator, PushOpener opener, TimeProvider time)
{
    /// <summary>The push ready for the log, or null with what is still wrong. Dispose of it when it has been stored.</summary>
    public OpenedPush? Open(QuarantinedPush refused, out WebhookAnswer refusal) =>
        Open(refused.Push, out refusal) ?? (refusal.Outcome == WebhookOutcome.SignatureMismatch && refused.Deliveries > 1 ? Open(refused.Last, out refusal) : null);

    /// <summary>
    /// The message it becomes: received when it came, known only from now on. When it is in the log already, that is no further
    /// delivery.
    /// </summary>
    public NewMessage Message(OpenedPush opened, QuarantinedPush refused) => opened.Message with
    {
        ReceivedAt = refused.Push.ReceivedAt,
        ReplayedAt = time.GetUtcNow(),
        Deliveries = refused.Deliveries,
        IsReplay = true,
    };

    private OpenedPush? Open(RefusedPush push, out WebhookAnswer refusal)
    {
        if (!authenticator.TryRecall(push, out var credentials, out refusal)
            || (credentials.IsSigned && !authenticator.TryVerifySignature(credentials, HttpMethods.Post, push.Body.Span, out refusal)))
        {
            return null;
        }

        return opener.Open(credentials, push.Body, out refusal);
    }
}
