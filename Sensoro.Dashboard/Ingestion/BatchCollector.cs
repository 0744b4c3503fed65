using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>Takes from the channel what one commit can carry.</summary>
internal sealed class BatchCollector(IngestionQueue queue, IOptions<IngestionOptions> options, TimeProvider time)
{
    private readonly ChannelReader<PendingPush> _reader = queue.Reader;
    private readonly List<PendingPush> _batch = new(options.Value.MaxBatchSize);

    /// <summary>The next batch, valid until the next call; empty when the channel is closed and drained.</summary>
    public async ValueTask<IReadOnlyList<PendingPush>> NextAsync()
    {
        _batch.Clear();
        if (!await _reader.WaitToReadAsync())
        {
            return _batch;
        }

        TakeWaiting();
        var delay = options.Value.MaxBatchDelay;
        if (delay > TimeSpan.Zero && _batch.Count < options.Value.MaxBatchSize)
        {
            await Task.Delay(delay, time);
            TakeWaiting();
        }

        return _batch;
    }

    private void TakeWaiting()
    {
        while (_batch.Count < options.Value.MaxBatchSize && _reader.TryRead(out var push))
        {
            _batch.Add(push);
        }
    }
}
