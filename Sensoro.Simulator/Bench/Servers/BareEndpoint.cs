using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Simulator.Bench.Servers;

/// <summary>The least a webhook can be: Kestrel, a body, an answer. It prints its address and lives until its input ends.</summary>
internal static class BareEndpoint
{
    private static readonly byte[] Answer = """{"messages":"success"}"""u8.ToArray();
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(BenchKeys.AppSecret);
    private static readonly byte[] Url = Encoding.UTF8.GetBytes(BenchKeys.WebhookUrl);

    public static async Task RunAsync(EndpointKind kind, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(kind == EndpointKind.Bare ? AnswerAsync : VerifyAsync);
        await app.StartAsync(cancellationToken);
        await output.WriteLineAsync(app.Urls.First());
        await output.FlushAsync(cancellationToken);
        await input.ReadLineAsync(cancellationToken);
        await app.StopAsync(cancellationToken);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        await RequestBody.ReadAsync(context);
        await SucceedAsync(context);
    }

    private static async Task VerifyAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context);
        if (IsGood(context.Request.Headers, body))
        {
            await SucceedAsync(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
    }

    private static bool IsGood(IHeaderDictionary headers, byte[] body)
    {
        Span<byte> signature = stackalloc byte[PushSignature.Size];
        return PushSignature.TryDecode(headers["X-ACCESS-SIGNATURE"].ToString(), signature)
            && PushSignature.Verify(Secret, headers["X-ACCESS-NONCE"].ToString(), "POST", Url, body, signature)
            && PushParser.TryReadEnvelope(body, out var envelope, out _)
            && PushParser.ReadPush(envelope, default) is SensorPush { Measurements.Count: > 0 };
    }

    private static Task SucceedAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        return context.Response.Body.WriteAsync(Answer, 0, Answer.Length, context.RequestAborted);
    }
}
