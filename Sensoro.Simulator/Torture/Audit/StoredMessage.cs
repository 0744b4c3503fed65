using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>A row of <c>messages</c>.</summary>
internal sealed record StoredMessage(long Id, PushIdentity Identity, long Deliveries, bool IsConflict);
