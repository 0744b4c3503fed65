using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Storage.Tokens;

namespace Sensoro.Dashboard.Storage;

internal static class StorageServiceCollectionExtensions
{
    /// <summary>The record: the message log, the state folded from it, and the reads of both.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string contentRoot)
    {
        services.AddOptionsWithValidateOnStart<StorageOptions, AnnotationValidator<StorageOptions>>().BindConfiguration(StorageOptions.Section)
            .PostConfigure(options => options.DataDirectory = Path.GetFullPath(
                options.DataDirectory.Length > 0 ? options.DataDirectory : DataDirectory.Default(contentRoot)))
            .Validate(
                options => !Path.GetRelativePath(contentRoot, options.DataDirectory).Equals(".", StringComparison.Ordinal)
                    && Path.GetRelativePath(contentRoot, options.DataDirectory).StartsWith("..", StringComparison.Ordinal),
                "Storage:DataDirectory lies inside the program's own folder; name a folder outside it.");
        services.AddOptionsWithValidateOnStart<RetentionOptions, AnnotationValidator<RetentionOptions>>().BindConfiguration(RetentionOptions.Section);
        services.AddOptionsWithValidateOnStart<QuarantineOptions, AnnotationValidator<QuarantineOptions>>().BindConfiguration(QuarantineOptions.Section);
        services.AddDbContextFactory<LogDbContext>((provider, context) => UseSqlite(context, File(provider).LogFile));
        services.AddDbContextFactory<SensoroDbContext>((provider, context) =>
        {
            UseSqlite(context, File(provider).StateFile);
            context.AddInterceptors(new StateReadSettings());
        });
        AddStaff(services);
        services.AddHealthChecks().AddReadyCheck<StorageHealthCheck>("storage");
        services.AddSingleton<FreeSpace>();
        services.AddSingleton<DataDirectoryLock>();
        services.AddHostedService(static provider => provider.GetRequiredService<DataDirectoryLock>());
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<DatabaseCopies>();
        services.AddSingleton<BodyReader>();
        services.AddSingleton<MessageLog, SqliteMessageLog>();
        services.AddSingleton<StateWriter, SqliteStateWriter>();
        services.AddSingleton<ProjectionLag>();
        services.AddSingleton<DeviceQueries>();
        services.AddSingleton<FleetQueries>();
        services.AddSingleton<StorageQueries>();
        services.AddSingleton<SeriesQueries>();
        services.AddSingleton<ReadingQueries>();
        services.AddSingleton<VolumeQueries>();
        services.AddSingleton<StateQueries>();
        services.AddSingleton<ReliabilityQueries>();
        services.AddSingleton<TrackQueries>();
        services.AddSingleton<TaskQueries>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<AuditInspector>();
        services.AddSingleton<TaskLinks>();
        services.AddSingleton<EditedDevices>();
        services.AddSingleton<DeviceEdits>();
        services.AddSingleton<SetAsideMessages>();
        services.AddSingleton<MessageQueries>();
        services.AddSingleton<QuarantineQueries>();
        return services.AddUpkeep();
    }

    /// <summary>What keeps the files in order while nobody looks.</summary>
    private static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.AddSingleton<SqliteStateRetention>();
        services.AddSingleton<DictionaryTrainer>();
        services.AddHostedService(static provider => provider.GetRequiredService<DictionaryTrainer>());
        services.AddSingleton<RetentionWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<RetentionWorker>());
        return services;
    }

    /// <summary>Those who may come in, and what they have entered for all of them.</summary>
    private static void AddStaff(IServiceCollection services)
    {
        services.AddSingleton(static provider => new UserQueries(provider.GetRequiredService<SqliteDatabase>(), provider.GetRequiredService<IOptions<StorageOptions>>()));
        services.AddScoped<IUserStore<UserRow>, UserOnlyStore<UserRow, SensoroDbContext>>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Sessions>();
        services.AddSingleton(static provider => new TokenQueries(provider.GetRequiredService<SqliteDatabase>(), provider.GetRequiredService<IOptions<StorageOptions>>()));
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<SavedViews>();
    }

    private static StorageOptions File(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static void UseSqlite(DbContextOptionsBuilder context, string file) => context.UseSqlite(SqliteFile.ConnectionString(file));
}
