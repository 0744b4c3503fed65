using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Ingestion;

internal static class IngestionServiceCollectionExtensions
{
    /// <summary>The buffer between the door and the log. Register it before everything that feeds it.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<IngestionOptions, AnnotationValidator<IngestionOptions>>().BindConfiguration(IngestionOptions.Section);
        services.AddSingleton<IngestionQueue>();
        services.AddSingleton<BatchCollector>();
        services.AddSingleton<IngestionMetrics>();
        services.AddSingleton<DiskFailure>();
        services.AddHostedService<IngestionWorker>();
        services.AddSingleton<QuarantineQueue>();
        services.AddHostedService<QuarantineWorker>();
        services.AddHostedService<LogWatch>();
        return services;
    }
}
