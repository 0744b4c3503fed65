using System.Buffers.Text;
using System.Security.Cryptography;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Tokens;

namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>Where administrators make tokens for programs and take them back. A token is told once; afterwards only its hash is known.</summary>
internal sealed class TokenDesk(ApiTokens tokens, TokenRoster roster, TimeProvider time, ILogger<TokenDesk> logger)
{
    /// <summary>By this a token that has leaked is recognised in a file or a log.</summary>
    public const string Prefix = "sd_";

    public const int LongestName = 60;

    private const int TokenBytes = 32;

    /// <summary>A year, to the end of its last day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public async Task<TokenOutcome> MakeAsync(string name, TokenScope scopes, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        var accepted = name.Trim();
        if (FaultOf(accepted, scopes, expiresAt) is not TokenFault.None and var fault)
        {
            return new TokenOutcome(fault);
        }

        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var row = new ApiTokenRow(TokenRoster.HashOf(token), accepted, scopes, Acting.Now?.Name ?? "", time.GetUtcNow(), expiresAt);
        if (!await tokens.AddAsync(row, cancellationToken))
        {
            return new TokenOutcome(TokenFault.TooMany);
        }

        Log.TokenMade(logger, row.Id, Acting.Now?.UserId);
        roster.Reload();
        return new TokenOutcome(TokenFault.None, token);
    }

    /// <summary>Takes a token back, at once; false when that was done before.</summary>
    public async Task<bool> RevokeAsync(long id, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        var isRevoked = await tokens.RevokeAsync(id, cancellationToken);
        if (isRevoked)
        {
            Log.TokenRevoked(logger, id, Acting.Now?.UserId);
        }

        roster.Reload();
        return isRevoked;
    }

    private TokenFault FaultOf(string name, TokenScope scopes, DateTimeOffset expiresAt)
    {
        var now = time.GetUtcNow();
        return name.Length is 0 or > LongestName || name.Any(char.IsControl) ? TokenFault.NameWrong
            : roster.Configured.Concat(roster.All.Where(token => token.Counts(now)).Select(static token => token.Name)).Contains(name, StringComparer.OrdinalIgnoreCase) ? TokenFault.NameTaken
            : (scopes & TokenScopes.Everything) == TokenScope.None || (scopes & ~TokenScopes.Everything) != TokenScope.None ? TokenFault.NoScope
            : expiresAt <= now || expiresAt > now + Longest ? TokenFault.ExpiryWrong
            : TokenFault.None;
    }
}
