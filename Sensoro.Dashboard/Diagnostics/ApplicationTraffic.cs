using System.Collections.Concurrent;

namespace Sensoro.Dashboard.Diagnostics;

/// <summary>What each known application has sent since the program started. It outlives a change of keys.</summary>
public sealed class ApplicationTraffic
{
    private readonly ConcurrentDictionary<string, ApplicationPushes> _byAppId = new(StringComparer.Ordinal);

    /// <summary>The counters of one application, the same ones at each call. Only for applications that are configured or stored, never for what a request claims.</summary>
    public ApplicationPushes Of(string appId) => _byAppId.GetOrAdd(appId, static _ => new ApplicationPushes());
}
