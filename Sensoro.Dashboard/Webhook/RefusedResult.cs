using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Sensoro.Dashboard.Webhook;

/// <summary>
/// The answer to a push that was not taken: problem details (RFC 9457). Written here and not by the framework's own result,
/// because the Internet's noise may ask for thousands of them a second beside the pushes that count.
/// </summary>
internal sealed class RefusedResult(int statusCode, WebhookAnswer answer) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var problem = new RefusedProblem("about:blank", ReasonPhrases.GetReasonPhrase(statusCode), statusCode, answer.Detail, answer.RejectReason);
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, WebhookJson.Default.RefusedProblem);
        var response = context.HttpContext.Response;
        response.StatusCode = statusCode;
        response.ContentType = "application/problem+json";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, 0, body.Length);
    }
}
