using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Projection;

internal static class ProjectionServiceCollectionExtensions
{
    /// <summary>The meaning: folds the log into what people look at.</summary>
    public static IServiceCollection AddProjection(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DeviceOptions, AnnotationValidator<DeviceOptions>>().BindConfiguration(DeviceOptions.Section);
        services.AddSingleton<DeviceProjection>();
        services.AddSingleton<ReadingProjection>();
        services.AddSingleton<TaskProjection>();
        services.AddSingleton<ArrivalProjection>();
        services.AddSingleton<LogFold>();
        services.AddSingleton<CarefulFold>();
        services.AddSingleton<ProjectionRebuild>();
        services.AddSingleton<ProjectionMetrics>();
        services.AddHostedService<ProjectionWorker>();
        services.AddSingleton<RetryWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<RetryWorker>());
        services.AddHostedService<DeviceEditWorker>();
        services.AddHostedService<MaintenanceWorker>();
        services.AddHostedService<FleetCountWorker>();
        return services;
    }
}
