namespace Sensoro.Dashboard.Api;

/// <param name="From">When the state began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Active">The alarm condition held, or the flag was set; null for a stretch that changed too often to be told.</param>
/// <param name="Seconds">How long it lasted.</param>
/// <param name="Changes">How often at least the state changed within such a stretch; otherwise 0.</param>
public sealed record StateIntervalResource(DateTimeOffset From, DateTimeOffset To, bool? Active, double Seconds, int Changes);
