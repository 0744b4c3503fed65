using System.Net;
using System.Net.Sockets;

namespace Sensoro.Simulator.Torture.Abuse;

/// <summary>Connections that begin a request and then send a byte of it now and then (slow loris).</summary>
internal sealed class SlowSenders : IAsyncDisposable
{
    private static readonly byte[] Head = "POST /webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Padding: "u8.ToArray();
    private static readonly byte[] Letter = "a"u8.ToArray();
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _gone = new();
    private readonly Task[] _sending;
    private int _open;

    public SlowSenders(int port, int count, TimeProvider time) =>
        _sending = [.. Enumerable.Range(0, count).Select(_ => SendAsync(port, time))];

    /// <summary>Connections that the program has not closed.</summary>
    public int Open => Volatile.Read(ref _open);

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Task.WhenAll(_sending);
        _gone.Dispose();
    }

    private async Task SendAsync(int port, TimeProvider time)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var isOpen = false;
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, _gone.Token);
            isOpen = Interlocked.Increment(ref _open) > 0;
            await socket.SendAsync(Head, _gone.Token);
            while (true)
            {
                await Task.Delay(Beat, time, _gone.Token);
                await socket.SendAsync(Letter, _gone.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // Over, or the program has had enough of it.
        }
        finally
        {
            Interlocked.Add(ref _open, isOpen ? -1 : 0);
        }
    }
}
