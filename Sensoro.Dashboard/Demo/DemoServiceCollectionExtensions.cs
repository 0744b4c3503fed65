using Sensoro.Dashboard.Backup;
using Sensoro.Dashboard.Components.Connect;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Webhook;

namespace Sensoro.Dashboard.Demo;

internal static class DemoServiceCollectionExtensions
{
    public const string Flag = "--demo";

    /// <summary>With <c>--demo</c>: a fleet that sends, a database of its own, and a banner that says so. Without it: nothing.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, string[] args)
    {
        if (!args.Contains(Flag, StringComparer.OrdinalIgnoreCase))
        {
            return services;
        }

        var keys = new DemoKeys();
        services.AddSingleton(keys);
        services.AddSingleton<DemoFleet>();
        services.AddHostedService(provider => provider.GetRequiredService<DemoFleet>());
        services.AddSingleton<DemoDatabase>();
        services.PostConfigure<SensoroOptions>(options => options.Applications.Add(keys.ToApplication()));
        services.PostConfigure<StorageOptions>(options => options.DataDirectory = Path.Combine(options.DataDirectory, DemoDatabase.Folder));
        services.PostConfigure<BackupOptions>(static options => options.Every = TimeSpan.Zero);
        services.Configure<LocalVisitorOptions>(static options => options.IsAdmitted = true);
        services.Configure<NoticeOptions>(options => options.Banner = typeof(DemoBanner));
        services.Configure<ConnectOptions>(options => options.DemoSwitch = typeof(DemoSwitch));
        return services;
    }
}
