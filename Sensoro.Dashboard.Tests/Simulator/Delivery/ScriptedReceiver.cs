using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sensoro.Dashboard.Tests.Simulator.Delivery;

/// <summary>A real server on a loopback port that answers as the test says and remembers what it was sent.</summary>
internal sealed class ScriptedReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<ReceivedDelivery> _deliveries = new();

    private ScriptedReceiver(WebApplication application) => _application = application;

    public IReadOnlyCollection<ReceivedDelivery> Deliveries => _deliveries;

    public Uri Url => new(new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Single() ?? string.Empty), "/webhook?x=1");

    /// <param name="answer">The status of the n-th delivery, counted from 1, given what it brought.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ScriptedReceiver> StartAsync(Func<int, ReceivedDelivery, int> answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new ScriptedReceiver(builder.Build());
        receiver._application.MapPost("/webhook", (HttpRequest request) => receiver.AnswerAsync(request, answer));
        await receiver._application.StartAsync(cancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request, Func<int, ReceivedDelivery, int> answer)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var delivery = new ReceivedDelivery(
            request.Headers["X-ACCESS-ID"].ToString(),
            request.Headers["X-ACCESS-NONCE"].ToString(),
            request.Headers["X-ACCESS-SIGNATURE"].ToString(),
            request.ContentType,
            body.ToArray());
        _deliveries.Enqueue(delivery);
        return Results.StatusCode(answer(_deliveries.Count, delivery));
    }
}
