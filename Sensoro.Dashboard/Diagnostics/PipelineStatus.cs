using System.Collections.Concurrent;

namespace Sensoro.Dashboard.Diagnostics;

/// <summary>
/// Counters of the pushes since the program started: received = stored + duplicates + quarantined + rejected, where a conflict
/// counts as stored. Read by the API, the health checks and the pages.
/// </summary>
public sealed class PipelineStatus(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _quarantined = new(StringComparer.Ordinal);
    private long _received;
    private long _stored;
    private long _duplicates;
    private long _conflicts;
    private int _queued;
    private long _folded;
    private int _logFailing;
    private int _projectionFailing;

    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    public long Received => Interlocked.Read(ref _received);

    public long Stored => Interlocked.Read(ref _stored);

    public long Duplicates => Interlocked.Read(ref _duplicates);

    public long Conflicts => Interlocked.Read(ref _conflicts);

    /// <summary>Pushes waiting for their commit.</summary>
    public int QueueDepth => Volatile.Read(ref _queued);

    /// <summary>The newest message that the projection has folded.</summary>
    public long FoldedId => Interlocked.Read(ref _folded);

    /// <summary>How long the last commits of the log took.</summary>
    public RecentTimes Commits { get; } = new();

    /// <summary>The last append to the log failed.</summary>
    public bool IsLogFailing => Volatile.Read(ref _logFailing) != 0;

    /// <summary>The last fold of the log failed.</summary>
    public bool IsProjectionFailing => Volatile.Read(ref _projectionFailing) != 0;

    /// <summary>Refused pushes by reason, without those that were kept.</summary>
    public IReadOnlyDictionary<string, long> Rejected => new SortedDictionary<string, long>(_rejected, StringComparer.Ordinal);

    /// <summary>Refused pushes that were kept in the quarantine, by reason; each delivery counts.</summary>
    public IReadOnlyDictionary<string, long> Quarantined => new SortedDictionary<string, long>(_quarantined, StringComparer.Ordinal);

    /// <summary>All refused pushes by reason, kept or not.</summary>
    public IReadOnlyDictionary<string, long> Refused
    {
        get
        {
            var refused = new SortedDictionary<string, long>(_rejected, StringComparer.Ordinal);
            foreach (var (reason, count) in _quarantined)
            {
                refused[reason] = refused.GetValueOrDefault(reason) + count;
            }

            return refused;
        }
    }

    public void CountReceived() => Interlocked.Increment(ref _received);

    public void CountStored() => Interlocked.Increment(ref _stored);

    public void CountDuplicate() => Interlocked.Increment(ref _duplicates);

    public void CountConflict()
    {
        Interlocked.Increment(ref _conflicts);
        Interlocked.Increment(ref _stored);
    }

    public void CountRefused(string reason, bool isKept) => (isKept ? _quarantined : _rejected).AddOrUpdate(reason, 1, static (_, count) => count + 1);

    public void SetQueueDepth(int depth) => Volatile.Write(ref _queued, depth);

    public void SetFolded(long messageId) => Interlocked.Exchange(ref _folded, messageId);

    public void SetLogFailing(bool failing) => Volatile.Write(ref _logFailing, failing ? 1 : 0);

    public void SetProjectionFailing(bool failing) => Volatile.Write(ref _projectionFailing, failing ? 1 : 0);
}
