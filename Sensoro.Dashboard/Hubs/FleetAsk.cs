namespace Sensoro.Dashboard.Hubs;

/// <summary>The part of a fleet that a map shows when the whole is too large for it.</summary>
/// <param name="Status">Text of a state; null for all.</param>
/// <param name="Type">Device type; null for all.</param>
public sealed record FleetAsk(string? Status, string? Type);
