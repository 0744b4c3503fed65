using System.Net;
using System.Net.Sockets;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The way from a visitor to the server. While it is cut, what was open is torn off and whoever comes is turned away.</summary>
public sealed class CuttableLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _gone = new();
    private readonly Uri _server;
    private readonly Task _accepting;
    private CancellationTokenSource _cut = new();

    public CuttableLink(Uri server)
    {
        _server = server;
        _listener.Start();
        Address = new UriBuilder(server) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = AcceptAsync();
    }

    /// <summary>The server's address as the visitor knows it.</summary>
    public Uri Address { get; }

    public void Cut() => _cut.Cancel();

    public void Mend() => Interlocked.Exchange(ref _cut, new CancellationTokenSource()).Cancel();

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _gone.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _cut.Dispose();
        _gone.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptSocketAsync(_gone.Token), _cut.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody needs the way any more.
        }
    }

    /// <summary>Carries bytes both ways until one side has enough or the link is cut.</summary>
    private async Task CarryAsync(Socket visitor, CancellationToken cut)
    {
        // Closed without a farewell, as a cable is cut.
        visitor.LingerState = new LingerOption(enable: true, seconds: 0);
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var inner = new NetworkStream(visitor, ownsSocket: true);
        try
        {
            await server.ConnectAsync(_server.Host, _server.Port, cut);
            await using var outer = new NetworkStream(server);
            await Task.WhenAny(inner.CopyToAsync(outer, cut), outer.CopyToAsync(inner, cut));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // Cut before it stood.
        }
    }
}
