using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Sensoro.Dashboard.Headers;

internal static class HeadersServiceCollectionExtensions
{
    /// <summary>The content security policy with the reports of what it stops, and no word about what serves the pages.</summary>
    public static IServiceCollection AddHeaders(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(static server => server.AddServerHeader = false);
        services.AddOptions<ContentPolicyOptions>();
        services.AddSingleton<ContentPolicy>();
        services.AddSingleton<ViolationReports>();
        return services;
    }

    public static IEndpointRouteBuilder MapHeaders(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(ViolationEndpoint.Path, ViolationEndpoint.Take).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        return endpoints;
    }
}
