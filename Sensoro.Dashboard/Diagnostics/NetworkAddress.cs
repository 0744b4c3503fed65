using System.Net;
using System.Net.Sockets;

namespace Sensoro.Dashboard.Diagnostics;

/// <summary>Whom a limit for one address counts as one: whoever has one IPv6 address has a whole network of them, a /64.</summary>
internal static class NetworkAddress
{
    private const int NetworkBytes = 8;

    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
