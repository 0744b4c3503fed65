using System.Runtime.CompilerServices;

namespace Sensoro.Dashboard.Live;

/// <summary>One listener of the feed. Updates are gathered while it rests, so that it hears at most one per pace.</summary>
public sealed class FeedSubscription : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PendingUpdate _pending;
    private readonly TimeSpan _pace;
    private readonly TimeProvider _time;
    private readonly Action<FeedSubscription> _remove;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasNews;
    private bool _disposed;

    internal FeedSubscription(FeedFilter filter, TimeSpan pace, TimeProvider time, Action<FeedSubscription> remove)
    {
        _pending = new PendingUpdate(filter);
        _pace = pace;
        _time = time;
        _remove = remove;
    }

    /// <summary>Updates as they come, the first at once, then at most one per pace; ends when the subscription is disposed or cancelled.</summary>
    public async IAsyncEnumerable<FeedUpdate> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await WaitAsync(cancellationToken))
        {
            yield return Take();
            await Task.Delay(_pace, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        TaskCompletionSource arrived;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            arrived = _arrived;
        }

        _remove(this);
        arrived.TrySetResult();
    }

    internal void Offer(FeedUpdate update)
    {
        TaskCompletionSource arrived;
        lock (_gate)
        {
            if (_disposed || !_pending.Add(update) || _hasNews)
            {
                return;
            }

            _hasNews = true;
            arrived = _arrived;
        }

        arrived.TrySetResult();
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        Task arrived;
        lock (_gate)
        {
            arrived = _arrived.Task;
        }

        await arrived.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            return !_disposed && !cancellationToken.IsCancellationRequested;
        }
    }

    private FeedUpdate Take()
    {
        lock (_gate)
        {
            _hasNews = false;
            _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _pending.Take();
        }
    }
}
