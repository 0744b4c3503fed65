using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Diagnostics;

/// <summary>
/// Remembers pushes that had to be answered 503, and tells which of them a repeat has saved. While nothing fails, it costs a push
/// one look at a counter.
/// </summary>
public sealed class NearLosses(TimeProvider time)
{
    /// <summary>Pushes that may be remembered at once. During a longer failure the rest are only counted by their refusals.</summary>
    public const int Capacity = 65_536;

    private const int MostListed = 50;

    private readonly Dictionary<long, int> _failed = [];
    private readonly LinkedList<NearLoss> _newest = [];
    private readonly Lock _gate = new();
    private int _waiting;
    private long _saved;
    private long _lastChances;

    /// <summary>Pushes that failed at first and were stored on a repeat, since the start.</summary>
    public long Saved => Interlocked.Read(ref _saved);

    /// <summary>Of these, the ones that were saved by the last delivery there is.</summary>
    public long LastChances => Interlocked.Read(ref _lastChances);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<NearLoss> Newest
    {
        get
        {
            lock (_gate)
            {
                return [.. _newest];
            }
        }
    }

    /// <summary>A delivery was answered 503.</summary>
    /// <param name="contentHash">Tells the same push again when it is repeated; see <see cref="ContentHash"/>.</param>
    public void NoteFailed(long contentHash)
    {
        lock (_gate)
        {
            if (_failed.TryGetValue(contentHash, out var before) || _failed.Count < Capacity)
            {
                _failed[contentHash] = before + 1;
                _waiting = _failed.Count;
            }
        }
    }

    /// <summary>A push was stored, perhaps one that failed before. One that is a duplicate after all had been stored behind its 503.</summary>
    public void NoteStored(long contentHash, bool isDuplicate, string? sn, long messageId)
    {
        if (Volatile.Read(ref _waiting) == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (!_failed.Remove(contentHash, out var failures))
            {
                return;
            }

            _waiting = _failed.Count;
            if (isDuplicate)
            {
                return;
            }

            var loss = new NearLoss(sn, messageId, failures, time.GetUtcNow());
            Interlocked.Increment(ref _saved);
            Interlocked.Add(ref _lastChances, loss.WasLastChance ? 1 : 0);
            _newest.AddFirst(loss);
            if (_newest.Count > MostListed)
            {
                _newest.RemoveLast();
            }
        }
    }
}
