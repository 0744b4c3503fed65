using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Encodings.Web;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Simulator.Bench.Live;

/// <summary>
/// A browser's half of the hub protocol (JSON, https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md)
/// on a bare web socket: two hundred full clients would need more processor time than the server they look at.
/// </summary>
internal sealed class HubViewer : IAsyncDisposable
{
    private const byte Separator = 0x1e;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly HubNews _heard;
    private readonly SemaphoreSlim _sending = new(1);
    private TaskCompletionSource _answer = new();
    private Task _work = Task.CompletedTask;

    private HubViewer(HubNews heard) => _heard = heard;

    /// <param name="address">The dashboard.</param>
    /// <param name="heard">Called for each invocation, on one thread at a time.</param>
    public static async Task<HubViewer> ConnectAsync(Uri address, HubNews heard, CancellationToken cancellationToken)
    {
        var viewer = new HubViewer(heard);
        try
        {
            var hub = new UriBuilder(address) { Scheme = Uri.UriSchemeWs, Path = "/hubs/telemetry" };
            viewer._socket.Options.SetRequestHeader("Authorization", "Bearer " + BenchKeys.ApiToken);
            viewer._socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
            await viewer._socket.ConnectAsync(hub.Uri, cancellationToken);
            var greeted = viewer.ExpectAnswer();
            viewer._work = Task.WhenAll(viewer.ReceiveAsync(), viewer.StayAliveAsync());
            await viewer.SendAsync("""{"protocol":"json","version":1}""", cancellationToken);
            await greeted.WaitAsync(Limit, cancellationToken);
            return viewer;
        }
        catch
        {
            await viewer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a method of the hub and waits until it is done.</summary>
    public async Task JoinAsync(string method, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var done = ExpectAnswer();
        var list = string.Join(',', arguments.Select(static argument => $"\"{JavaScriptEncoder.Default.Encode(argument)}\""));
        await SendAsync($$"""{"type":1,"invocationId":"1","target":"{{method}}","arguments":[{{list}}]}""", cancellationToken);
        await done.WaitAsync(Limit, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    private Task ExpectAnswer()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _answer, answer);
        return answer.Task;
    }

    private async Task SendAsync(string message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)Separator), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task StayAliveAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(SignOfLife);
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await SendAsync("""{"type":6}""", _stop.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException)
        {
            // The measurement is over, or the server closed the connection and the other half says so.
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                length = Take(buffer, length + received.Count, Stopwatch.GetTimestamp());
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException)
        {
            // The measurement is over, or the server is gone: whoever waits for an answer meets the limit.
        }
    }

    /// <summary>Hands on the whole messages at the start of the buffer and moves the rest there.</summary>
    private int Take(byte[] buffer, int length, long at)
    {
        var rest = buffer.AsSpan(0, length);
        for (var end = rest.IndexOf(Separator); end >= 0; end = rest.IndexOf(Separator))
        {
            Hear(rest[..end], at);
            rest = rest[(end + 1)..];
        }

        rest.CopyTo(buffer);
        return rest.Length;
    }

    private void Hear(ReadOnlySpan<byte> message, long at)
    {
        if (message.StartsWith("{\"type\":1,"u8))
        {
            _heard(message, at);
        }
        else if (!message.StartsWith("{\"type\":6"u8))
        {
            // The greeting is answered with {}, an invocation with a completion.
            Volatile.Read(ref _answer).TrySetResult();
        }
    }
}
