using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Servers;

/// <summary>A push on its way into the stand-in's log.</summary>
internal sealed record StandInMessage(PushIdentity Identity, string? Sn, string? TaskId)
{
    private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when it is committed.</summary>
    public Task Stored => _stored.Task;

    public void Complete() => _stored.TrySetResult();
}
