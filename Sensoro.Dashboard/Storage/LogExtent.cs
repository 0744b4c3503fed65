namespace Sensoro.Dashboard.Storage;

/// <summary>What the message log still holds.</summary>
/// <param name="OldestId">The first message in it.</param>
/// <param name="OldestReceivedAt">When that one was received.</param>
/// <param name="IsWhole">It holds every message there ever was: retention has taken none.</param>
public sealed record LogExtent(long OldestId, DateTimeOffset OldestReceivedAt, bool IsWhole);
