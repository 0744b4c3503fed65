using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Admission;
using Sensoro.Dashboard.Components.Connect;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Components.Map;
using Sensoro.Dashboard.Demo;
using Sensoro.Dashboard.Headers;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Webhook;

namespace Sensoro.Dashboard;

/// <summary>Tells folders that may not know each other what they have to say of each other.</summary>
internal static class Composition
{
    /// <summary>The pages name the address to register and warn when the door is open; the door itself stays unknown to them.</summary>
    public static IServiceCollection AddDoorNotices(this IServiceCollection services)
    {
        services.AddOptions<NoticeOptions>().Configure<IOptions<SensoroOptions>>(
            static (notices, sensoro) => notices.UnsignedAccepted = sensoro.Value.AllowUnsigned);
        services.AddOptions<ConnectOptions>().Configure<IOptions<SensoroOptions>>(static (connect, sensoro) =>
        {
            connect.WebhookUrls = sensoro.Value.EffectiveWebhookUrls;
            connect.Applications = [.. sensoro.Value.Applications.Select(ToConfigured)];
        });
        return services;
    }

    /// <summary>Applications come from the configuration and from a page; the door checks pushes against both.</summary>
    public static IServiceCollection AddApplicationHandover(this IServiceCollection services)
    {
        services.AddOptions<ConfiguredAppIds>().Configure<IOptions<SensoroOptions>>(
            static (configured, sensoro) => configured.Values = [.. sensoro.Value.Applications.Select(static application => application.AppId)]);
        services.AddHostedService<ApplicationHandover>();
        return services;
    }

    /// <summary>The base maps name the servers that pages may fetch tiles from; the registered addresses and those listened on name the hosts.</summary>
    public static IServiceCollection AddPerimeterNotices(this IServiceCollection services)
    {
        services.AddOptions<ContentPolicyOptions>().Configure<IOptions<MapOptions>>(
            static (policy, map) => policy.TileAddresses = [.. map.Value.Tiles.Select(static tile => tile.Url)]);
        services.AddOptions<KnownHostsOptions>().Configure<IOptions<SensoroOptions>, IConfiguration>(static (hosts, sensoro, configuration) =>
            hosts.Mentioned = [.. sensoro.Value.EffectiveWebhookUrls.Concat((configuration["Urls"] ?? "").Split(';')).Select(HostOf).OfType<string>()]);
        return services;
    }

    private static string? HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.IdnHost : null;

    private static ConfiguredApplication ToConfigured(ApplicationOptions application) => new()
    {
        AppId = application.AppId,
        Name = application.Name,
        HasAppKey = application.AppKey.Length > 0,
        IsAppKeyRotating = !string.IsNullOrEmpty(application.PreviousAppKey),
        IsAppSecretRotating = !string.IsNullOrEmpty(application.PreviousAppSecret),
        IsDemo = application.AppId == DemoKeys.AppId,
    };
}
