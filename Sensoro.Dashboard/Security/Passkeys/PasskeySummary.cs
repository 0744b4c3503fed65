namespace Sensoro.Dashboard.Security.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">As addresses carry it.</param>
/// <param name="Name">Given by its owner.</param>
/// <param name="MadeAt">When it was added.</param>
/// <param name="UsedAt">When somebody signed in with it last; null for never.</param>
public sealed record PasskeySummary(string Id, string Name, DateTimeOffset MadeAt, DateTimeOffset? UsedAt);
