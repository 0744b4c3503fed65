using System.Security.Claims;

namespace Sensoro.Dashboard.Access;

/// <summary>Scopes as texts, as claims of whoever shows a token, and as parts of the names of policies.</summary>
internal static class TokenScopes
{
    public const string ClaimType = "scope";

    public const TokenScope Everything = TokenScope.Read | TokenScope.Export | TokenScope.Metrics | TokenScope.Live;

    public static IReadOnlyList<TokenScope> All { get; } = [TokenScope.Read, TokenScope.Export, TokenScope.Metrics, TokenScope.Live];

    /// <summary>The scopes in words that programs and the trail know, such as <c>read live</c>.</summary>
    public static string Text(TokenScope scopes) => string.Join(' ', Each(scopes).Select(static scope => scope.ToString().ToLowerInvariant()));

    public static IEnumerable<TokenScope> Each(TokenScope scopes) => All.Where(scope => scopes.HasFlag(scope));

    public static IEnumerable<Claim> Claims(TokenScope scopes) => Each(scopes).Select(static scope => new Claim(ClaimType, Text(scope)));

    /// <summary>The scope that a policy asks for; null for one that asks for none.</summary>
    public static TokenScope? OfPolicy(string? policy) =>
        All.Where(scope => policy is not null && (policy == Policies.Token(scope) || policy == Policies.PersonOrToken(scope))).Select(static scope => (TokenScope?)scope).FirstOrDefault();

    public static bool Has(ClaimsPrincipal user, TokenScope scope) => user.HasClaim(ClaimType, Text(scope));

    /// <summary>Whoever shows a token needs the scope; people do not.</summary>
    public static bool Admits(ClaimsPrincipal user, TokenScope scope) => user.Identity?.AuthenticationType != Schemes.Token || Has(user, scope);
}
