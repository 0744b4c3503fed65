using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sensoro.Simulator.Torture.Abuse;

/// <summary>The Internet's noise: requests under an AppID that nobody has, many in one packet, at a rate.</summary>
internal sealed class JunkSenders : IAsyncDisposable
{
    private const int Connections = 8;
    private const int InAPacket = 20;

    private static readonly byte[] Answer = "HTTP/1.1 "u8.ToArray();

    private readonly CancellationTokenSource _gone = new();
    private readonly Task[] _sending;
    private readonly TimeProvider _time;
    private readonly double _perConnection;
    private long _answered;

    /// <param name="port">Where to.</param>
    /// <param name="perSecond">Of all connections together.</param>
    public JunkSenders(int port, double perSecond, TimeProvider time)
    {
        (_time, _perConnection) = (time, perSecond / Connections);
        _sending = [.. Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAsync(port)))];
    }

    public long Answered => Interlocked.Read(ref _answered);

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Task.WhenAll(_sending);
        _gone.Dispose();
    }

    private static byte[] Packet(int port)
    {
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /webhook HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-ACCESS-ID: nobody\r\nX-ACCESS-NONCE: 1\r\nX-ACCESS-SIGNATURE: none\r\nContent-Length: 2\r\n\r\n{{}}");
        return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(request, InAPacket)));
    }

    private async Task SendAsync(int port)
    {
        var (packet, buffer) = (Packet(port), new byte[65_536]);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, _gone.Token);
            for (var (clock, sent) = (Stopwatch.StartNew(), 0L); ; sent += InAPacket)
            {
                if (TimeSpan.FromSeconds(sent / _perConnection) - clock.Elapsed is { Ticks: > TimeSpan.TicksPerMillisecond } rest)
                {
                    await Task.Delay(rest, _time, _gone.Token);
                }

                await socket.SendAsync(packet, _gone.Token);
                await HearAsync(socket, buffer);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // Over, or the program has had enough of it.
        }
    }

    /// <summary>Waits for as many answers as a packet has requests. No body contains the first bytes of an answer.</summary>
    private async Task HearAsync(Socket socket, byte[] buffer)
    {
        for (int heard = 0, kept = 0; heard < InAPacket;)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(kept), SocketFlags.None, _gone.Token);
            if (count == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            var received = buffer.AsSpan(0, kept + count);
            var found = received.Count(Answer);
            Interlocked.Add(ref _answered, found);
            heard += found;

            // The beginning of an answer may be split over two packets.
            kept = Math.Min(Answer.Length - 1, received.Length);
            received[^kept..].CopyTo(buffer);
        }
    }
}
