using System.Collections.Concurrent;
using System.Net;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Simulator;

/// <summary>A receiver without a network: answers at once and keeps what it was sent.</summary>
internal sealed class AnsweringHandler(Func<int, HttpStatusCode> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Push> _pushes = new();
    private int _count;

    /// <summary>What could be read of it.</summary>
    public IReadOnlyCollection<Push> Pushes => _pushes;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _count);
        if (request.Content is { } content && OpenedPush.TryRead(await content.ReadAsByteArrayAsync(cancellationToken), out var push))
        {
            _pushes.Enqueue(push);
        }

        return new HttpResponseMessage(answer(number));
    }
}
