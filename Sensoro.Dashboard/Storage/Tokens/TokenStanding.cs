using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Storage.Tokens;

/// <summary>What decides whether a token counts, and what the list of tokens shows. Neither the token nor its hash is in it.</summary>
/// <param name="Id">Grows with every token.</param>
/// <param name="Name">What the program is called that has it.</param>
/// <param name="Scopes">What it may ask for.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="RevokedAt">When it was taken back; null for not.</param>
/// <param name="LastUseAt">When it was used last, to the minute; null for never.</param>
public sealed record TokenStanding(
    long Id, string Name, TokenScope Scopes, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUseAt)
{
    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    public bool Counts(DateTimeOffset now) => RevokedAt is null && !IsExpired(now);
}
