using Microsoft.AspNetCore.Mvc;

namespace Sensoro.Dashboard.Webhook;

/// <summary>The answer that ends SENSORO's deliveries. It is the same for every push, so one is enough for all of them.</summary>
internal sealed class AcknowledgedResult : ActionResult
{
    private static readonly byte[] Success = """{"messages":"success"}"""u8.ToArray();

    private AcknowledgedResult()
    {
    }

    public static AcknowledgedResult Instance { get; } = new();

    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/json";
        response.ContentLength = Success.Length;
        return response.Body.WriteAsync(Success, 0, Success.Length);
    }
}
