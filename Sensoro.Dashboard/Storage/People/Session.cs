namespace Sensoro.Dashboard.Storage.People;

/// <summary>A place where somebody is signed in.</summary>
/// <param name="Id">As the cookie carries it.</param>
/// <param name="MadeAt">When they signed in there.</param>
/// <param name="SeenAt">When they were there last, to a few minutes.</param>
/// <param name="Address">Where the sign-in came from.</param>
/// <param name="Device">The browser and the system.</param>
/// <param name="IsKept">Whether it outlives the browser.</param>
public sealed record Session(string Id, DateTimeOffset MadeAt, DateTimeOffset SeenAt, string? Address, string Device, bool IsKept);
