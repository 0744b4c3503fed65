namespace Sensoro.Dashboard.Quarantine;

/// <summary>
/// The spellings of an address that people and consoles mix up: the scheme, a default port written out or not, a slash at the end.
/// Each is another text to the signature.
/// </summary>
internal static class UrlCandidates
{
    /// <summary>More would only be tried for fun.</summary>
    private const int Most = 64;

    private static readonly (string Scheme, string Port)[] Schemes = [("https", ":443"), ("http", ":80")];

    /// <summary>The registered texts first, then their spellings, then those of the address the push was seen at.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> registered, string seen) =>
        [.. registered.Concat(registered.SelectMany(Spellings)).Concat(Spellings(seen)).Distinct(StringComparer.Ordinal).Take(Most)];

    private static IEnumerable<string> Spellings(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            yield break;
        }

        var rest = parsed.PathAndQuery.TrimEnd('/');
        foreach (var (scheme, port) in Schemes)
        {
            foreach (var authority in Authorities(parsed, port))
            {
                yield return $"{scheme}://{authority}{rest}";
                yield return $"{scheme}://{authority}{rest}/";
            }
        }
    }

    private static IEnumerable<string> Authorities(Uri url, string defaultPort) => url.IsDefaultPort
        ? [url.Host, url.Host + defaultPort]
        : [url.Authority, url.Host, url.Host + defaultPort];
}
