using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Bench.Load;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Servers;

/// <summary>
/// The smallest server that keeps the promise, or breaks it on request: the audit has to find the difference. It prints its address
/// and lives until its input ends or it is killed.
/// </summary>
internal sealed class StandIn(StandInOptions options, TimeProvider time) : IDisposable
{
    private const int MostBytes = 65_536;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(BenchKeys.AppSecret);
    private static readonly byte[] Url = Encoding.UTF8.GetBytes(BenchKeys.WebhookUrl);

    private readonly StandInLog _log = new(options, time);
    private readonly PushCipher _cipher = PushCipher.TryCreate(BenchKeys.AppKey, BenchKeys.AppId, out var cipher) ? cipher : throw new InvalidOperationException("The key of the measurements is not one.");

    public async Task RunAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(cancellationToken);
        var writing = _log.WriteAsync(end.Token);
        await output.WriteLineAsync(app.Urls.First());
        await output.FlushAsync(cancellationToken);
        await input.ReadLineAsync(cancellationToken);
        await app.StopAsync(cancellationToken);
        await end.CancelAsync();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _log.Dispose();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context);
        context.Response.StatusCode = Refusal(context.Request, body);
        if (context.Response.StatusCode == StatusCodes.Status200OK && await TakeAsync(body))
        {
            await context.Response.WriteAsync("{}", context.RequestAborted);
        }
    }

    private async Task<bool> TakeAsync(byte[] body)
    {
        if (Read(body) is not { } message)
        {
            return false;
        }

        _log.Add(message);
        if (!options.AnswersFirst)
        {
            await message.Stored;
        }

        return true;
    }

    private int Refusal(HttpRequest request, byte[] body)
    {
        Span<byte> signature = stackalloc byte[PushSignature.Size];
        var nonce = request.Headers["X-ACCESS-NONCE"].ToString();
        return request.Method != HttpMethods.Post ? StatusCodes.Status405MethodNotAllowed
            : body.Length > MostBytes ? StatusCodes.Status413PayloadTooLarge
            : !PushSignature.TryDecode(request.Headers["X-ACCESS-SIGNATURE"].ToString(), signature) || !PushSignature.Verify(Secret, nonce, "POST", Url, body, signature) || IsStale(nonce) ? StatusCodes.Status401Unauthorized
            : Read(body) is null ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK;
    }

    private bool IsStale(string nonce) =>
        (time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(nonce, CultureInfo.InvariantCulture))).Duration() > Tolerance;

    private StandInMessage? Read(byte[] body)
    {
        if (!PushParser.TryReadEnvelope(body, out var envelope, out _))
        {
            return null;
        }

        var hash = envelope.IsEncrypted ? Open(body, envelope) : ContentHash.Of(body);
        return new StandInMessage(new PushIdentity(envelope.Sn ?? PushIdentity.OfTask(envelope.TaskId), envelope.MsgId ?? "", hash), envelope.Sn, envelope.TaskId);
    }

    private long Open(byte[] body, PushEnvelope envelope)
    {
        var encrypted = envelope.EncryptData.Span;
        var buffer = new byte[PushCipher.MaxPlaintextLength(encrypted.Length)];
        return _cipher.TryDecrypt(encrypted, buffer, out var offset, out var length, out _)
            ? ContentHash.Of(body, encrypted, buffer.AsSpan(offset, length))
            : ContentHash.Of(body);
    }
}
