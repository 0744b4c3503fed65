using Microsoft.AspNetCore.Authentication;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Security.Tokens;

internal static class TokensServiceCollectionExtensions
{
    /// <summary>How programs show who they are.</summary>
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ApiOptions, ApiOptionsValidator>().BindConfiguration(ApiOptions.Section);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthenticationHandler>(Schemes.Token, null);
        services.AddSingleton<TokenRoster>();
        services.AddSingleton<TokenUses>();
        services.AddSingleton<TokenDesk>();
        services.AddHostedService<TokenWorker>();
        return services;
    }
}
