using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Limits;

internal static class LimitsServiceCollectionExtensions
{
    /// <summary>Each page holds a circuit and a hub connection; a reload holds, for a moment, both twice.</summary>
    private const int SocketsPerPage = 4;

    /// <summary>How much of the program one visitor may take. Pushes are not limited by it: their queue is their limit.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<LimitOptions, AnnotationValidator<LimitOptions>>().BindConfiguration(LimitOptions.Section);
        services.AddSingleton<RateLimits>();
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<LimitOptions>>(static (timeouts, limits) => timeouts
            .AddPolicy(TimeoutPolicies.Query, new RequestTimeoutPolicy { Timeout = limits.Value.QueryTimeout, WriteTimeoutResponse = TookTooLongAsync })
            .AddPolicy(TimeoutPolicies.Export, new RequestTimeoutPolicy { Timeout = limits.Value.ExportTimeout, WriteTimeoutResponse = TookTooLongAsync }));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>(
            static (server, limits) => server.Limits.MaxConcurrentUpgradedConnections = (long)SocketsPerPage * limits.Value.OpenPages);
        services.AddSingleton<OpenPages>();
        services.AddSingleton<CircuitHandler>(static provider => provider.GetRequiredService<OpenPages>());
        return services;
    }

    public static IApplicationBuilder UseLimits(this IApplicationBuilder app) => app.UseMiddleware<TooManyRequests>().UseMiddleware<OpenPagesCap>().UseRequestTimeouts();

    private static Task TookTooLongAsync(HttpContext context) => TypedResults.Problem(
        "The answer took too long. Ask for less: a shorter range, fewer devices, smaller pages.",
        statusCode: StatusCodes.Status504GatewayTimeout).ExecuteAsync(context);
}
