using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>Signs in the bearer of a token, and says to whoever is turned away what is wrong with theirs or what it lacks.</summary>
internal sealed class TokenAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TokenRoster roster,
    TokenUses uses) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private TokenVerdict? _verdict;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Of(Request) is not { } token)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var check = roster.Check(token);
        _verdict = check.Verdict;
        if (check.Verdict != TokenVerdict.Known)
        {
            return Task.FromResult(AuthenticateResult.Fail(Detail));
        }

        var claims = new List<Claim>(TokenScopes.Claims(check.Scopes)) { new(ClaimTypes.Name, check.Name) };
        if (check.Id is { } id)
        {
            claims.Add(TokenClaim.Of(id));
            uses.Note(id);
        }

        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Schemes.Token)), Schemes.Token)));
    }

    private string Detail => _verdict switch
    {
        TokenVerdict.Expired => "The token has expired. An administrator can make another one on the page Tokens.",
        TokenVerdict.Revoked => "The token was revoked. An administrator can make another one on the page Tokens.",
        _ => "This wants a token: Authorization: Bearer TOKEN, as made on the page Tokens or configured in Api:Tokens.",
    };

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        AnswerAsync(StatusCodes.Status401Unauthorized, Detail, _verdict is null ? "Bearer" : "Bearer error=\"invalid_token\"");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var missing = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(static data => TokenScopes.OfPolicy(data.Policy))
            .FirstOrDefault(scope => scope is { } needed && !TokenScopes.Has(Context.User, needed));
        return missing is { } scope
            ? AnswerAsync(
                StatusCodes.Status403Forbidden,
                $"The token lacks the scope {TokenScopes.Text(scope)}. Make one that has it on the page Tokens.",
                $"Bearer error=\"insufficient_scope\", scope=\"{TokenScopes.Text(scope)}\"")
            : AnswerAsync(StatusCodes.Status403Forbidden, "This is for people who are signed in, whatever token is shown.", "Bearer error=\"insufficient_scope\"");
    }

    private Task AnswerAsync(int status, string detail, string challenge)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = challenge;
        return TypedResults.Problem(detail, statusCode: status).ExecuteAsync(Context);
    }
}
