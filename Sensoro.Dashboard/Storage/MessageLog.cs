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
    private long _refused;

    /// <summary>The newest id that is safely on disk.</summary>
    public long LastId => Interlocked.Read(ref _lastId);

    /// <summary>Pushes in the quarantine.</summary>
    public long RefusedCount => Interlocked.Read(ref _refused);

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

    /// <summary>The dictionary that bodies are written with; empty until one was trained.</summary>
    public abstract ReadOnlyMemory<byte> Dictionary { get; }

    /// <summary>Keeps a dictionary for bodies and writes with it from the next batch on.</summary>
    /// <exception cref="StorageException">The dictionary was not kept.</exception>
    public abstract void KeepDictionary(byte[] content);

    /// <summary>
    /// Deletes, between two batches, at most <paramref name="limit"/> of the oldest messages, of these only those received before
    /// the time and with an id up to <paramref name="upToId"/>. Returns how many.
    /// </summary>
    /// <exception cref="StorageException">Nothing was deleted.</exception>
    public abstract int DeleteOldest(DateTimeOffset receivedBefore, long upToId, int limit);

    /// <summary>The oldest message that is left; one above <see cref="LastId"/> when there is none.</summary>
    public abstract long FirstId { get; }

    /// <summary>
    /// Gives some of the space that deleted messages leave back to the file system, between two batches, and returns whether there
    /// is more than new messages will soon need.
    /// </summary>
    /// <exception cref="StorageException">The file could not be written.</exception>
    public abstract bool GiveBackSpace();

    /// <summary>Keeps refused pushes raw, each once and within the bounds of the quarantine, and returns after they are on disk.</summary>
    /// <exception cref="StorageException">None of them was kept.</exception>
    public abstract void KeepRefused(IReadOnlyList<RefusedPush> pushes);

    /// <summary>Takes pushes out of the quarantine. Numbers that are gone are passed over.</summary>
    /// <exception cref="StorageException">None of them was removed.</exception>
    public abstract void RemoveRefused(IReadOnlyList<long> ids);

    /// <summary>Removes some of the refused pushes that have been kept long enough, between two batches, and returns how many.</summary>
    /// <exception cref="StorageException">The file could not be written.</exception>
    public abstract int RemoveOldRefused(DateTimeOffset now, int limit);

    /// <summary>The disk says that it has room for more. Costs nothing; false is a reason to <see cref="Probe"/>.</summary>
    public abstract bool HasRoom { get; }

    /// <summary>Writes something that means nothing, as safely as a batch, to find out whether that can be done.</summary>
    /// <exception cref="StorageException">It cannot.</exception>
    public abstract void Probe();

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

    protected void AnnounceRefused(long count) => Interlocked.Exchange(ref _refused, count);

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
