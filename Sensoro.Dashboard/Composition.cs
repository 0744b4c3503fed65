using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Components.Connect;
using Sensoro.Dashboard.Components.Layout;
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
            connect.WebhookUrls = sensoro.Value.WebhookUrls.Count > 0 ? [.. sensoro.Value.WebhookUrls] : [SensoroOptions.DefaultWebhookUrl]);
        return services;
    }
}
