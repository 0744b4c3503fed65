using System.Net;
using System.Net.Sockets;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>A port that nobody listens on, for programs that have to know their address before they start.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
