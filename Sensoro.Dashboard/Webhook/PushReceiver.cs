using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Ingestion;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Webhook;

/// <summary>The way of a push from the wire to its acknowledgement. Read this first.</summary>
internal sealed class PushReceiver(
    PushAuthenticator authenticator,
    PushOpener opener,
    QuarantineIntake quarantine,
    IngestionQueue queue,
    IOptions<SensoroOptions> options,
    IOptions<IngestionOptions> ingestion,
    NearLosses nearLosses,
    TimeProvider time)
{
    /// <summary>
    /// Five stages, the cheap ones first: what the request line and headers say; the raw bytes; the signature over them; what
    /// they mean; their place on disk. An answer that counts as success is given only after the last one. What names one of our
    /// applications and fails at the third or fourth is kept raw in the quarantine.
    /// </summary>
    public async Task<WebhookAnswer> ReceiveAsync(HttpRequest request)
    {
        if (!TryAdmit(request, out var credentials, out var refusal))
        {
            return refusal;
        }

        using var body = await RawBody.ReadAsync(request, options.Value.MaxBodyBytes);
        if (body is null)
        {
            return TooLarge();
        }

        if (credentials.IsSigned && !authenticator.TryVerify(credentials, request.Method, body.Bytes.Span, out refusal))
        {
            return await quarantine.TakeAsync(refusal, credentials, request, body);
        }

        using var push = opener.Open(credentials, body.Bytes, out refusal);
        if (push is null)
        {
            return await quarantine.TakeAsync(refusal, credentials, request, body);
        }

        credentials.Application?.Pushes.Count(push.Message.Encrypted, push.Message.ReceivedAt);
        return await StoreAsync(push, body);
    }

    private bool TryAdmit(HttpRequest request, out PushCredentials credentials, out WebhookAnswer refusal)
    {
        credentials = PushCredentials.Unsigned;
        if (!HttpMethods.IsPost(request.Method))
        {
            refusal = new(WebhookOutcome.MethodNotAllowed, "SENSORO pushes with POST; nothing else is answered here.");
            return false;
        }

        if (request.ContentLength > options.Value.MaxBodyBytes)
        {
            refusal = TooLarge();
            return false;
        }

        refusal = default;
        return authenticator.IsUnsignedAllowed(request.Headers) || authenticator.TryReadHeaders(request.Headers, out credentials, out refusal);
    }

    private async Task<WebhookAnswer> StoreAsync(OpenedPush push, RawBody body)
    {
        var pending = new PendingPush(push.Message);
        if (!await queue.TryEnqueueAsync(pending))
        {
            nearLosses.NoteFailed(push.Message.ContentHash);
            return new(WebhookOutcome.QueueFull, "Too many pushes are waiting to be stored; repeat this one.");
        }

        try
        {
            // Not tied to the request: when the sender hangs up, the writer still reads this memory.
            var outcome = await pending.Stored.WaitAsync(ingestion.Value.CommitTimeout, time);
            nearLosses.NoteStored(push.Message.ContentHash, outcome.Kind == AppendKind.Duplicate, push.Message.Sn, outcome.Id);
            return new(Outcome(outcome.Kind));
        }
        catch (TimeoutException)
        {
            push.GiveUp();
            body.GiveUp();
            nearLosses.NoteFailed(push.Message.ContentHash);
            return new(WebhookOutcome.StorageFailed, "The push could not be stored in time; repeat it.");
        }
        catch (Exception)
        {
            // The worker has logged the cause; the sender only needs to know that a repeat is wanted.
            nearLosses.NoteFailed(push.Message.ContentHash);
            return new(WebhookOutcome.StorageFailed, "The push could not be stored; repeat it.");
        }
    }

    private static WebhookOutcome Outcome(AppendKind kind) => kind switch
    {
        AppendKind.Stored => WebhookOutcome.Stored,
        AppendKind.Duplicate => WebhookOutcome.Duplicate,
        AppendKind.Conflict => WebhookOutcome.Conflict,
    };

    private WebhookAnswer TooLarge() =>
        new(WebhookOutcome.BodyTooLarge, $"The body is larger than {options.Value.MaxBodyBytes} bytes (Sensoro:MaxBodyBytes).");
}
