using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>The bounded channel between the requests and the one writer of the log.</summary>
internal sealed class IngestionQueue
{
    private readonly Channel<PendingPush> _channel;
    private readonly PipelineStatus _status;
    private readonly TimeProvider _time;
    private readonly TimeSpan _enqueueTimeout;

    public IngestionQueue(IOptions<IngestionOptions> options, PipelineStatus status, TimeProvider time)
    {
        _channel = Channel.CreateBounded<PendingPush>(new BoundedChannelOptions(options.Value.QueueCapacity)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
            AllowSynchronousContinuations = false,
        });
        _status = status;
        _time = time;
        _enqueueTimeout = options.Value.EnqueueTimeout;
    }

    internal ChannelReader<PendingPush> Reader => _channel.Reader;

    /// <summary>Puts a push on the channel; false when it stayed full for the enqueue timeout or the program is stopping.</summary>
    public async ValueTask<bool> TryEnqueueAsync(PendingPush push)
    {
        if (!_channel.Writer.TryWrite(push) && !await WaitForPlaceAsync(push))
        {
            return false;
        }

        _status.SetQueueDepth(_channel.Reader.Count);
        return true;
    }

    /// <summary>No push is taken any more; what is queued is still written.</summary>
    internal void Close() => _channel.Writer.TryComplete();

    private async ValueTask<bool> WaitForPlaceAsync(PendingPush push)
    {
        using var timeout = new CancellationTokenSource(_enqueueTimeout, _time);
        try
        {
            await _channel.Writer.WriteAsync(push, timeout.Token);
            return true;
        }
        catch (Exception error) when (error is OperationCanceledException or ChannelClosedException)
        {
            return false;
        }
    }
}
