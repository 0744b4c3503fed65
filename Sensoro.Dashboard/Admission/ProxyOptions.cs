using System.Net;

namespace Sensoro.Dashboard.Admission;

/// <summary>Reverse proxies whose word on the visitor's address and scheme is taken; configuration section <c>Proxies</c>, a list.</summary>
internal sealed class ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>A switch of the framework, also set as ASPNETCORE_FORWARDEDHEADERS_ENABLED, that takes everybody's word.</summary>
    public const string TrustEverybodyKey = "ForwardedHeaders_Enabled";

    /// <summary>Addresses such as <c>127.0.0.1</c> and networks such as <c>10.0.0.0/24</c>.</summary>
    public IReadOnlyList<string> Texts { get; set; } = [];

    public bool TrustsEverybody { get; set; }

    /// <summary><see cref="Texts"/> understood, an address being a network of one.</summary>
    public IEnumerable<IPNetwork> Networks => Texts.Select(Parse).OfType<IPNetwork>();

    /// <summary>Null when the text is neither an address nor a network.</summary>
    public static IPNetwork? Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        // The parser also takes 10 and 127.1 for addresses, which nobody means.
        return IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || text.Count(static letter => letter == '.') == 3)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : null;
    }
}
