using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Webhook;

/// <summary>
/// The push services and the registered addresses that a push is checked against. A change replaces the whole table at once: a push
/// on its way keeps what it has found, the next one finds the new table, and none waits for a lock.
/// </summary>
internal sealed class ApplicationRegistry
{
    private readonly IReadOnlyList<ApplicationOptions> _configured;
    private readonly ApplicationTraffic _traffic;
    private volatile FrozenDictionary<string, RegisteredApplication> _byId;

    public ApplicationRegistry(IOptions<SensoroOptions> options, ApplicationTraffic traffic)
    {
        _configured = [.. options.Value.Applications];
        _traffic = traffic;
        _byId = Table([]);
        UrlTexts = [.. options.Value.EffectiveWebhookUrls.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The registered addresses as they enter the signature.</summary>
    public IReadOnlyList<byte[]> UrlTexts { get; }

    /// <summary>All push services.</summary>
    public IReadOnlyCollection<RegisteredApplication> All => _byId.Values;

    /// <summary>The push service with exactly this AppID.</summary>
    public RegisteredApplication? Find(string appId) => _byId.GetValueOrDefault(appId);

    /// <summary>From now on these push services are known beside those of the configuration, which win over one with the same AppID.</summary>
    public void Adopt(IEnumerable<ApplicationOptions> others) => _byId = Table(others);

    private FrozenDictionary<string, RegisteredApplication> Table(IEnumerable<ApplicationOptions> others) => _configured.Concat(others)
        .DistinctBy(static application => application.AppId, StringComparer.Ordinal)
        .ToFrozenDictionary(
            static application => application.AppId,
            application => new RegisteredApplication(application, _traffic.Of(application.AppId)),
            StringComparer.Ordinal);
}
