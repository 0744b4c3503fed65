using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Diagnostics;

internal static class DiagnosticsServiceCollectionExtensions
{
    private const string ReadyTag = "ready";

    /// <summary>The last commit may wait for a slow disk so long; a service manager must wait longer.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(20);

    /// <summary>What the program says about itself: counters, health, metrics.</summary>
    public static IServiceCollection AddDiagnostics(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<PipelineStatus>();
        services.AddSingleton<ApplicationTraffic>();
        services.AddSingleton<NearLosses>();
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<EmergencyExit>();
        services.AddHealthChecks().AddReadyCheck<Stopping.Check>("running");
        services.Configure<HostOptions>(static options => options.ShutdownTimeout = LongestEnd);
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(MeterNames.Dashboard, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Components.Server.Circuits")
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter());
        return services;
    }

    /// <summary>Adds a check that decides whether the program is ready for traffic.</summary>
    public static IHealthChecksBuilder AddReadyCheck<T>(this IHealthChecksBuilder checks, string name)
        where T : class, Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck => checks.AddCheck<T>(name, tags: [ReadyTag]);

    public static IEndpointRouteBuilder MapDiagnostics(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(ReadyTag) }).AllowAnonymous();
        endpoints.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Policies.PersonOrToken(TokenScope.Metrics));
        return endpoints;
    }
}
