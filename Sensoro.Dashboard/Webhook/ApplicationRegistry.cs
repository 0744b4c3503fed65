using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Webhook;

/// <summary>The push services and the registered addresses that a push is checked against.</summary>
internal sealed class ApplicationRegistry
{
    private readonly FrozenDictionary<string, RegisteredApplication> _byId;

    public ApplicationRegistry(IOptions<SensoroOptions> options)
    {
        _byId = options.Value.Applications.ToFrozenDictionary(
            application => application.AppId,
            application => new RegisteredApplication(application),
            StringComparer.Ordinal);
        var urls = options.Value.WebhookUrls.Count > 0 ? options.Value.WebhookUrls : [SensoroOptions.DefaultWebhookUrl];
        UrlTexts = [.. urls.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The registered addresses as they enter the signature.</summary>
    public IReadOnlyList<byte[]> UrlTexts { get; }

    /// <summary>The push service with exactly this AppID.</summary>
    public RegisteredApplication? Find(string appId) => _byId.GetValueOrDefault(appId);
}
