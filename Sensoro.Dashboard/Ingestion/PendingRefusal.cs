using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>A refused push that waits for its place in the quarantine, with the promise its sender waits on.</summary>
internal sealed class PendingRefusal(RefusedPush push)
{
    private readonly TaskCompletionSource<bool> _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RefusedPush Push { get; } = push;

    /// <summary>Completes when the push is on disk, true, or could not be written, false.</summary>
    public Task<bool> Kept => _kept.Task;

    internal void Complete(bool kept) => _kept.TrySetResult(kept);
}
