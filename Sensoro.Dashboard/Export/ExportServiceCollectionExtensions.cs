using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Limits;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;

namespace Sensoro.Dashboard.Export;

internal static class ExportServiceCollectionExtensions
{
    /// <summary>Files of readings, messages and task results, written in the background, and of the devices themselves.</summary>
    public static IServiceCollection AddExport(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ExportOptions, AnnotationValidator<ExportOptions>>().BindConfiguration(ExportOptions.Section);
        services.AddSingleton<DeviceWalk>();
        services.AddSingleton<ReadingsSource>();
        services.AddSingleton<BucketsSource>();
        services.AddSingleton<MessagesSource>();
        services.AddSingleton<TasksSource>();
        services.AddSingleton<Exporter>();
        services.AddSingleton<ExportEstimator>();
        services.AddSingleton<ExportFolder>();
        services.AddSingleton<ExportRun>();
        services.AddSingleton(static provider => new ExportJobs(
            provider.GetRequiredService<ExportFolder>(),
            provider.GetRequiredService<ExportEstimator>(),
            provider.GetRequiredService<FreeSpace>(),
            provider.GetRequiredService<IOptions<ExportOptions>>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ExportWorker>();
        return services;
    }

    public static IEndpointRouteBuilder MapExport(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/exports/{id}/file", ExportFiles.Get).RequireAuthorization(Policies.Viewer).ExcludeFromDescription().WithRequestTimeout(TimeoutPolicies.Export);
        endpoints.MapGet("/audit.csv", AuditFile.Get).RequireAuthorization(Policies.Administrator).ExcludeFromDescription().WithRequestTimeout(TimeoutPolicies.Export);
        endpoints.MapGet("/devices/list.csv", DeviceListFile.Get).RequireAuthorization(Policies.Viewer).ExcludeFromDescription().WithRequestTimeout(TimeoutPolicies.Export);
        return endpoints;
    }
}
