using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Hubs;

internal static class HubsServiceCollectionExtensions
{
    /// <summary>The news for JavaScript.</summary>
    public static IServiceCollection AddTelemetryHub(this IServiceCollection services)
    {
        services.AddSignalR(options => options.MaximumReceiveMessageSize = 32 * 1024)
            .AddJsonProtocol(options => options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, TelemetryJson.Default));
        services.AddSingleton<HubAudience>();
        services.AddHostedService<TelemetryBroadcaster>();
        return services;
    }

    public static IEndpointRouteBuilder MapTelemetryHub(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHub<TelemetryHub>("/hubs/telemetry").RequireAuthorization(Policies.PersonOrToken(TokenScope.Live));
        return endpoints;
    }
}
