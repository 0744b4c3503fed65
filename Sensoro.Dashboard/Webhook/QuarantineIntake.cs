using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Ingestion;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Webhook;

/// <summary>
/// Hands refused pushes to the quarantine before they are answered. An authentic one that can be neither read nor kept is answered
/// so that SENSORO repeats it.
/// </summary>
internal sealed class QuarantineIntake(QuarantineQueue queue, UnverifiedRate rate, IOptions<IngestionOptions> ingestion, TimeProvider time)
{
    private const int LongestUrl = 512;
    private const int LongestDetail = 512;
    private const int LongestSn = 200;

    /// <summary>What the sender is told: the refusal itself, or that a repeat is wanted.</summary>
    public async ValueTask<WebhookAnswer> TakeAsync(WebhookAnswer refusal, PushCredentials credentials, HttpRequest request, RawBody body)
    {
        if (refusal.KeptReason is not { } reason)
        {
            return refusal;
        }

        var isAuthentic = credentials.IsSigned && reason != RefusalReason.SignatureMismatch;
        if (!isAuthentic && !rate.TryTake(request.HttpContext.Connection.RemoteIpAddress))
        {
            return refusal;
        }

        var pending = new PendingRefusal(Describe(refusal, reason, isAuthentic, credentials, request, body));
        if (queue.TryEnqueue(pending) && await IsKeptAsync(pending))
        {
            return refusal with { IsKept = true };
        }

        return isAuthentic ? new(WebhookOutcome.StorageFailed, "The push is authentic but can neither be used nor be kept at the moment; repeat it. " + refusal.Detail) : refusal;
    }

    private async ValueTask<bool> IsKeptAsync(PendingRefusal pending)
    {
        try
        {
            return await pending.Kept.WaitAsync(ingestion.Value.CommitTimeout, time);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private RefusedPush Describe(WebhookAnswer refusal, RefusalReason reason, bool isAuthentic, PushCredentials credentials, HttpRequest request, RawBody body)
    {
        // A copy: the request's memory goes back to the pool when it has been answered.
        var bytes = body.Bytes.ToArray();
        PushParser.TryReadEnvelope(bytes, out var envelope, out _);
        return new RefusedPush
        {
            AppId = credentials.Application?.AppId ?? "",
            Reason = reason,
            IsAuthentic = isAuthentic,
            Detail = Cut(refusal.Detail, LongestDetail),
            Address = request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "",
            Url = Cut(UrlOf(request), LongestUrl),
            Nonce = credentials.Nonce,
            Signature = credentials.Signature,
            Sn = envelope?.Sn is { } sn ? Cut(sn, LongestSn) : null,
            ReceivedAt = time.GetUtcNow(),
            Body = bytes,
        };
    }

    /// <summary>The address as the sender, or the last proxy, seems to have written it.</summary>
    private static string UrlOf(HttpRequest request) =>
        First(request, "X-Forwarded-Proto", request.Scheme) + "://" + First(request, "X-Forwarded-Host", request.Host.Value ?? "")
        + request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    /// <summary>What the proxy nearest to the sender wrote.</summary>
    private static string First(HttpRequest request, string header, string otherwise) =>
        request.Headers[header] is [{ Length: > 0 } text, ..] ? text.Split(',')[0].Trim() : otherwise;

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;
}
