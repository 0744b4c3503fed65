using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Backup;

internal static class BackupServiceCollectionExtensions
{
    /// <summary>Copies of everything the program knows, made while it runs and checked before they count.</summary>
    public static IServiceCollection AddBackup(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<BackupOptions, AnnotationValidator<BackupOptions>>().BindConfiguration(BackupOptions.Section);
        services.AddSingleton<BackupRun>();
        services.AddSingleton<Restore>();
        services.AddSingleton<BackupStatus>();
        services.AddSingleton<BackupMetrics>();
        services.AddSingleton<BackupWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<BackupWorker>());
        return services;
    }
}
