using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// The record of every push. One writer appends in batches; any number of readers follow by id. The seam between the database
/// providers.
/// </summary>
public abstract class MessageLog
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _appended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastId;

    /// <summary>The newest id that is safely on disk.</summary>
    public long LastId => Interlocked.Read(ref _lastId);

    /// <summary>Identifies this log, so that a state folded from another one is noticed.</summary>
    public abstract string Generation { get; }

    /// <summary>
    /// Appends a batch in one transaction and returns after it is on disk: one outcome for each message, in order.
    /// </summary>
    /// <exception cref="StorageException">Nothing of the batch is acknowledged; a repeat is harmless.</exception>
    public abstract IReadOnlyList<AppendOutcome> Append(IReadOnlyList<NewMessage> batch);

    /// <summary>The next messages after <paramref name="afterId"/>, oldest first, at most <paramref name="limit"/>.</summary>
    public abstract IReadOnlyList<LoggedMessage> ReadAfter(long afterId, int limit);

    /// <summary>No message is in the log, though there may have been some.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Removes every message. Ids go on where they were.</summary>
    public abstract void Clear();

    /// <summary>Completes as soon as a message with an id above <paramref name="afterId"/> is on disk.</summary>
    public async Task WaitForMoreAsync(long afterId, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task appended;
            lock (_gate)
            {
                if (LastId > afterId)
                {
                    return;
                }

                appended = _appended.Task;
            }

            await appended.WaitAsync(cancellationToken);
        }
    }

    protected void AnnounceLastId(long id)
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            Interlocked.Exchange(ref _lastId, id);
            waiting = _appended;
            _appended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }
}
