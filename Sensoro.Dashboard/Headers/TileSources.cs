namespace Sensoro.Dashboard.Headers;

/// <summary>Tile servers as a content security policy names them: scheme, host and port, without paths, keys and passwords.</summary>
internal static class TileSources
{
    /// <summary>All of them, each behind a blank; nothing when tiles come from this server alone.</summary>
    public static string Of(IEnumerable<string> addresses) =>
        string.Concat(addresses.Select(SourceOf).OfType<string>().Distinct(StringComparer.Ordinal).Select(static source => " " + source));

    private static string? SourceOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? new UriBuilder(uri.Scheme, uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost, uri.Port).Uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : null;
}
