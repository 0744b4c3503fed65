using System.Net;
using System.Net.Sockets;

namespace Sensoro.Simulator.Bench.Load;

/// <summary>
/// One kept-alive connection that sends a request and waits for its answer. A socket and a buffer: an HTTP client would take as
/// much processor time as the server that is measured.
/// </summary>
internal sealed class LoadConnection(int port) : IDisposable
{
    private readonly byte[] _received = new byte[16 * 1024];
    private Socket? _socket;

    /// <returns>The status; 0 when there was no answer.</returns>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            var socket = _socket ?? await ConnectAsync(cancellationToken);
            await SendAllAsync(socket, request, cancellationToken);
            return await ReceiveAsync(socket, cancellationToken);
        }
        catch (SocketException)
        {
            Dispose();
            return 0;
        }
        catch (OperationCanceledException)
        {
            Dispose();
            return 0;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private static async ValueTask SendAllAsync(Socket socket, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await socket.SendAsync(request[sent..], SocketFlags.None, cancellationToken);
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await _socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return _socket;
    }

    private async ValueTask<int> ReceiveAsync(Socket socket, CancellationToken cancellationToken)
    {
        for (var length = 0; length < _received.Length;)
        {
            var count = await socket.ReceiveAsync(_received.AsMemory(length), SocketFlags.None, cancellationToken);
            if (count == 0)
            {
                break;
            }

            length += count;
            if (HttpAnswer.TryRead(_received.AsSpan(0, length), out var status, out var closes))
            {
                if (closes)
                {
                    Dispose();
                }

                return status;
            }
        }

        Dispose();
        return 0;
    }
}
