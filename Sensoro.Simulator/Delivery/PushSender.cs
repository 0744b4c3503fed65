using System.Globalization;
using System.Net.Http.Headers;
using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Pushes;

namespace Sensoro.Simulator.Delivery;

/// <summary>
/// Delivers pushes by SENSORO's rule: a push that is not answered with 2xx is repeated three times and then lost. Each delivery is
/// signed anew; whether SENSORO does that is not known, and a receiver has to cope with it.
/// </summary>
internal sealed class PushSender(FleetOptions options, HttpMessageInvoker client, TimeProvider time, DeliveryReport report) : IDisposable
{
    /// <summary>The first delivery and three repeats.</summary>
    public const int MostDeliveries = 4;

    /// <summary>Far outside any window in which a receiver may believe a nonce.</summary>
    private static readonly TimeSpan StaleBy = TimeSpan.FromHours(1);

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly SemaphoreSlim _connections = new(options.Connections);

    /// <summary>Delivers one push, to the end.</summary>
    /// <returns>Whether it was acknowledged.</returns>
    public async Task<bool> DeliverAsync(OutgoingPush push, CancellationToken cancellationToken)
    {
        try
        {
            return await DeliverToTheEndAsync(push, cancellationToken);
        }
        catch (OperationCanceledException) when (push.Fault is PushFault.None)
        {
            report.CountCutOff();
            throw;
        }
    }

    public void Dispose() => _connections.Dispose();

    private static bool IsSuccess(int status) => status is >= 200 and <= 299;

    private async Task<bool> DeliverToTheEndAsync(OutgoingPush push, CancellationToken cancellationToken)
    {
        var isWellFormed = push.Fault is PushFault.None;
        for (var delivery = 1; ; delivery++)
        {
            var acknowledged = await SendWhenFreeAsync(push, cancellationToken);
            if (acknowledged || delivery == MostDeliveries)
            {
                report.CountOutcome(isWellFormed, acknowledged);
                if (isWellFormed && acknowledged && push.MarkStored())
                {
                    report.CountStored();
                }

                return acknowledged;
            }

            report.CountRetry();
            await Task.Delay(options.RetryDelay, time, cancellationToken);
        }
    }

    private async Task<bool> SendWhenFreeAsync(OutgoingPush push, CancellationToken cancellationToken)
    {
        await _connections.WaitAsync(cancellationToken);
        try
        {
            var answer = await SendAsync(push, cancellationToken);
            report.CountAnswer(answer);
            return IsSuccess(answer);
        }
        finally
        {
            _connections.Release();
        }
    }

    private async Task<int> SendAsync(OutgoingPush push, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.DeliveryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = Sign(push);
            var started = time.GetTimestamp();
            using var response = await client.SendAsync(request, either.Token);
            await response.Content.CopyToAsync(Stream.Null, either.Token);
            report.Latency.Add(time.GetElapsedTime(started));
            return (int)response.StatusCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DeliveryReport.NoAnswer;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return DeliveryReport.NoConnection;
        }
    }

    private HttpRequestMessage Sign(OutgoingPush push)
    {
        var sentAt = push.Fault is PushFault.StaleNonce ? time.GetUtcNow() - StaleBy : time.GetUtcNow();
        var nonce = sentAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var secret = push.Fault is PushFault.WrongSignature ? options.AppSecret + "?" : options.AppSecret;

        var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ReadOnlyMemoryContent(push.Body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("X-ACCESS-ID", options.AppId);
        request.Headers.TryAddWithoutValidation("X-ACCESS-NONCE", nonce);
        request.Headers.TryAddWithoutValidation("X-ACCESS-SIGNATURE", PushSignature.Sign(secret, nonce, "POST", options.SignUrl, push.Body.Span));
        return request;
    }
}
