namespace Sensoro.Simulator.Delivery;

/// <summary>Makes the HTTP client that posts as SENSORO's cloud does: straight to the address, without cookies or redirects.</summary>
public static class PushClient
{
    /// <param name="connections">Most connections at a time.</param>
    public static HttpMessageInvoker Create(int connections) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // A proxy from the environment would take even the pushes to this very machine.
        UseProxy = false,
        MaxConnectionsPerServer = connections,
    });
}
