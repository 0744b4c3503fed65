using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>A push that waits for its commit, with the promise its sender waits on.</summary>
internal sealed class PendingPush(NewMessage message)
{
    // Asynchronous continuations: the worker must not run a request's answer between two commits.
    private readonly TaskCompletionSource<AppendOutcome> _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NewMessage Message { get; } = message;

    /// <summary>Completes when the push is on disk; fails when its batch could not be written.</summary>
    public Task<AppendOutcome> Stored => _stored.Task;

    internal void Complete(AppendOutcome outcome) => _stored.TrySetResult(outcome);

    internal void Fail(Exception error) => _stored.TrySetException(error);
}
