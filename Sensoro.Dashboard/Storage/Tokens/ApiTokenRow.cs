using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Storage.Tokens;

/// <summary>A token that an administrator has made for a program. Only its hash is kept.</summary>
public sealed class ApiTokenRow
{
    private ApiTokenRow()
    {
    }

    public ApiTokenRow(byte[] hash, string name, TokenScope scopes, string madeBy, DateTimeOffset madeAt, DateTimeOffset expiresAt) =>
        (Hash, Name, Scopes, MadeBy, MadeAt, ExpiresAt) = (hash, name, scopes, madeBy, madeAt, expiresAt);

    public long Id { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] Hash { get; private set; } = [];

    public string Name { get; private set; } = "";

    public TokenScope Scopes { get; private set; }

    public string MadeBy { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? LastUseAt { get; private set; }

    public void Revoke(DateTimeOffset at) => RevokedAt = at;
}
