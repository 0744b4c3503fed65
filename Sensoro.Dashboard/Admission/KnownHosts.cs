using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Sensoro.Dashboard.Admission;

/// <summary>
/// Turns away who asks for another name than ours. A stranger's page can give its own name this machine's address, and would then be of
/// the same origin as ours; it cannot give it our name.
/// </summary>
internal sealed class KnownHosts
{
    private static readonly PathString Health = "/health";

    private readonly StringSegment[] _names;
    private readonly bool _isListed;

    public KnownHosts(IOptions<KnownHostsOptions> options)
    {
        _isListed = options.Value.Listed.Count > 0;
        _names = [.. (_isListed ? options.Value.Listed : [.. options.Value.Mentioned, "localhost", Environment.MachineName]).Select(static name => new StringSegment(name))];
    }

    /// <summary>Supervisors ask for the state under whatever address they have.</summary>
    public bool Admits(HttpRequest request) => request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase) || IsKnown(request.Host);

    /// <summary>
    /// Without a list every address in figures counts as known: it is a name that no stranger can give to their own page.
    /// </summary>
    private bool IsKnown(HostString host) =>
        host.HasValue && (HostString.MatchesAny(host.Host, _names) || (!_isListed && IPAddress.TryParse(host.Host, out _)));
}
