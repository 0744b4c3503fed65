using System.Text.Json;

namespace Sensoro.Dashboard.TestPushes;

/// <summary>Posts one push and says what came back, as short and as plain as SENSORO would see it: no redirect, no second try.</summary>
internal sealed class PushPoster(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>An answer that takes longer is none.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Our own problem details are far shorter; a stranger's page is not read to its end.</summary>
    private const int LongestProblem = 16_384;

    public async Task<PushAnswer> PostAsync(SignedPush push, Uri address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(nameof(PushPoster));
            using var request = push.ToRequest(address);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)response.StatusCode;
            return status is >= 300 and <= 399
                ? new(TestPushFault.Redirected, status)
                : new(TestPushFault.None, status, response.IsSuccessStatusCode ? null : await ReasonAsync(response, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(TestPushFault.TimedOut);
        }
        catch (HttpRequestException error)
        {
            return new(FaultOf(error.HttpRequestError));
        }
        catch (IOException)
        {
            return new(TestPushFault.NoConnection);
        }
    }

    private static TestPushFault FaultOf(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => TestPushFault.HostUnknown,
        HttpRequestError.SecureConnectionError => TestPushFault.NotTrusted,
        _ => TestPushFault.NoConnection,
    };

    private static async Task<string?> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestProblem];
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        try
        {
            using var problem = JsonDocument.Parse(buffer.AsMemory(0, length));
            return problem.RootElement.ValueKind == JsonValueKind.Object
                && problem.RootElement.TryGetProperty("reason", out var reason)
                && reason.ValueKind == JsonValueKind.String ? reason.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
