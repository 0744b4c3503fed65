using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Tokens;

namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>
/// All tokens in memory, those of the configuration and those made on the page: no request asks the database. Changes made by this
/// program count at once, those of another one within seconds.
/// </summary>
internal sealed class TokenRoster(TokenQueries queries, IOptions<ApiOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly (string Name, byte[] Hash)[] _configured = [.. options.Value.Tokens.Select(static token => (token.Name, HashOf(token.Token)))];
    private volatile IReadOnlyList<StoredToken> _stored = [];

    /// <summary>A token was made, used for the first time in a while, or taken back. Listeners must be quick.</summary>
    public event Action? Changed;

    /// <summary>Names of the tokens of the configuration.</summary>
    public IReadOnlyList<string> Configured => [.. _configured.Select(static token => token.Name)];

    /// <summary>Those made on the page, the newest first; some have ended.</summary>
    public IReadOnlyList<TokenStanding> All => [.. _stored.Select(static token => token.Standing)];

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Compares by hashes, in constant time, with all tokens each time.</summary>
    public TokenCheck Check(string token)
    {
        var given = HashOf(token);
        var found = new TokenCheck(TokenVerdict.Unknown);
        foreach (var (name, hash) in _configured)
        {
            found = CryptographicOperations.FixedTimeEquals(given, hash) ? new TokenCheck(TokenVerdict.Known, name, TokenScopes.Everything) : found;
        }

        foreach (var stored in _stored)
        {
            found = CryptographicOperations.FixedTimeEquals(given, stored.Hash.Span) ? Judge(stored.Standing) : found;
        }

        return found;
    }

    /// <summary>Whether a token made on the page still counts.</summary>
    public bool Counts(long id) => _stored.Any(token => token.Standing.Id == id && token.Standing.Counts(time.GetUtcNow()));

    /// <summary>Reads all tokens anew.</summary>
    public void Reload()
    {
        bool hasChanged;
        lock (_gate)
        {
            var now = queries.List();
            hasChanged = !now.Select(static token => token.Standing).SequenceEqual(_stored.Select(static token => token.Standing));
            _stored = now;
        }

        if (hasChanged)
        {
            Changed?.Invoke();
        }
    }

    private TokenCheck Judge(TokenStanding token) => new(
        token.RevokedAt is not null ? TokenVerdict.Revoked : token.IsExpired(time.GetUtcNow()) ? TokenVerdict.Expired : TokenVerdict.Known, token.Name, token.Scopes, token.Id);
}
