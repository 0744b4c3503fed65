using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Webhook;

/// <summary>
/// The address that is registered at SENSORO. It hands the request to <see cref="PushReceiver"/> and puts the outcome into
/// HTTP: a 2xx ends SENSORO's deliveries, anything else asks for another one.
/// </summary>
[AllowAnonymous]
[Route(WebhookRoute.Path)]
internal sealed class WebhookController(PushReceiver receiver, PipelineStatus status, ILogger<WebhookController> logger) : ControllerBase
{
    private const string RetryAfterSeconds = "2";

    /// <summary>Takes one push, whatever the method: the answer to a wrong one belongs to the same table.</summary>
    [ApiExplorerSettings(IgnoreApi = true)]
    [DisableRequestSizeLimit]
    public async Task<IActionResult> ReceiveAsync()
    {
        status.CountReceived();
        var answer = await AnswerAsync();
        Count(answer);
        return answer.Outcome switch
        {
            WebhookOutcome.Stored or WebhookOutcome.Duplicate or WebhookOutcome.Conflict => AcknowledgedResult.Instance,
            WebhookOutcome.MethodNotAllowed => MethodNotAllowed(answer),
            WebhookOutcome.BodyTooLarge => new RefusedResult(StatusCodes.Status413PayloadTooLarge, answer),
            WebhookOutcome.BodyTooSlow => new RefusedResult(StatusCodes.Status408RequestTimeout, answer),
            WebhookOutcome.HeaderMissing or WebhookOutcome.HeaderRepeated or WebhookOutcome.ApplicationUnknown
                or WebhookOutcome.NonceInvalid or WebhookOutcome.SignatureMismatch or WebhookOutcome.NonceStale
                => new RefusedResult(StatusCodes.Status401Unauthorized, answer),
            WebhookOutcome.BodyInvalid or WebhookOutcome.EnvelopeInvalid or WebhookOutcome.Undecryptable
                => new RefusedResult(StatusCodes.Status400BadRequest, answer),
            WebhookOutcome.QueueFull or WebhookOutcome.StorageFailed => Unavailable(answer),
        };
    }

    private async Task<WebhookAnswer> AnswerAsync()
    {
        try
        {
            return await receiver.ReceiveAsync(Request);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new(WebhookOutcome.BodyTooLarge, "The body is too large.");
        }
        catch (Exception error) when (error is BadHttpRequestException or IOException or OperationCanceledException)
        {
            return new(WebhookOutcome.BodyTooSlow, "The request broke off or was too slow before its body was complete.");
        }
    }

    private void Count(WebhookAnswer answer)
    {
        switch (answer.Outcome)
        {
            case WebhookOutcome.Stored:
                status.CountStored();
                break;
            case WebhookOutcome.Duplicate:
                status.CountDuplicate();
                break;
            case WebhookOutcome.Conflict:
                status.CountConflict();
                break;
            default:
                status.CountRefused(answer.RejectReason ?? "", answer.IsKept);
                LogRefusal(answer.Outcome);
                break;
        }
    }

    /// <summary>What is authentic, or claims our AppID, deserves a look; the Internet's noise does not.</summary>
    private static LogLevel RefusalLevel(WebhookOutcome outcome) => outcome switch
    {
        WebhookOutcome.SignatureMismatch or WebhookOutcome.NonceStale or WebhookOutcome.BodyInvalid or WebhookOutcome.EnvelopeInvalid
            or WebhookOutcome.Undecryptable or WebhookOutcome.QueueFull or WebhookOutcome.StorageFailed => LogLevel.Warning,
        _ => LogLevel.Debug,
    };

    private void LogRefusal(WebhookOutcome outcome)
    {
        var level = RefusalLevel(outcome);
        if (logger.IsEnabled(level))
        {
            Log.PushRefused(logger, level, outcome, HttpContext.Connection.RemoteIpAddress);
        }
    }

    private RefusedResult MethodNotAllowed(WebhookAnswer answer)
    {
        Response.Headers.Allow = HttpMethods.Post;
        return new RefusedResult(StatusCodes.Status405MethodNotAllowed, answer);
    }

    private RefusedResult Unavailable(WebhookAnswer answer)
    {
        Response.Headers.RetryAfter = RetryAfterSeconds;
        return new RefusedResult(StatusCodes.Status503ServiceUnavailable, answer);
    }
}
