namespace Sensoro.Dashboard.Security.Passkeys;

/// <summary>What was asked of a browser, to be compared with what it answers.</summary>
/// <param name="Id">Told apart from all others: each is answered once.</param>
/// <param name="UserId">Who adds a passkey; null for somebody who signs in.</param>
/// <param name="Expected">The question as the check of the answer wants it.</param>
/// <param name="AskedAt">When.</param>
internal sealed record PasskeyState(string Id, string? UserId, string Expected, DateTimeOffset AskedAt);
