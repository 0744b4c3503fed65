using System.Net;
using System.Net.Sockets;

namespace Sensoro.Simulator.Torture.Links;

/// <summary>The way from the sender to the program, on which connections break, stall and trickle at random places.</summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private const int LongestRequests = 6_000;
    private const int LongestAnswers = 1_000;
    private const int TricklingBytes = 1_500;

    private static readonly TimeSpan HalfOpenFor = TimeSpan.FromMilliseconds(300);
    private static readonly LinkFault[] Faults = [LinkFault.None, LinkFault.CutRequest, LinkFault.CutRequest, LinkFault.CutAnswer, LinkFault.CutAnswer, LinkFault.CutAnswer, LinkFault.HalfOpen, LinkFault.Trickle];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _gone = new();
    private readonly int _target;
    private readonly Random _random;
    private readonly TimeProvider _time;
    private readonly Task _accepting;
    private readonly int[] _counts = new int[Enum.GetValues<LinkFault>().Length];

    /// <param name="target">Port of the program.</param>
    /// <param name="seed">Decides what breaks where.</param>
    public FaultyLink(int target, int seed, TimeProvider time)
    {
        (_target, _random, _time) = (target, new Random(seed), time);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Connections that met this fault.</summary>
    public int Count(LinkFault fault) => Volatile.Read(ref _counts[(int)fault]);

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _gone.Dispose();
    }

    private async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
            {
                var sender = await _listener.AcceptSocketAsync(_gone.Token);
                var fault = Faults[_random.Next(Faults.Length)];
                Interlocked.Increment(ref _counts[(int)fault]);
                carried.RemoveAll(static task => task.IsCompleted);
                carried.Add(CarryAsync(sender, fault, _random.Next(1, LongestRequests), _random.Next(1, LongestAnswers)));
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody needs the way any more.
        }

        await Task.WhenAll(carried);
    }

    private async Task CarryAsync(Socket sender, LinkFault fault, int requestBytes, int answerBytes)
    {
        using var program = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        using (sender)
        {
            try
            {
                await program.ConnectAsync(IPAddress.Loopback, _target, broken.Token);
                var requests = PumpAsync(sender, program, fault is LinkFault.CutRequest or LinkFault.HalfOpen ? requestBytes : int.MaxValue, fault == LinkFault.Trickle, broken.Token);
                var answers = PumpAsync(program, sender, fault == LinkFault.CutAnswer ? answerBytes : int.MaxValue, trickles: false, broken.Token);
                await Task.WhenAny(requests, answers);
                await LeaveAsync(sender, program, fault);
                await broken.CancelAsync();
                await Task.WhenAll(requests, answers);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException)
            {
                // Cut before it stood, or the program is gone.
            }
        }
    }

    /// <summary>Without a farewell, as a cable is cut.</summary>
    private async Task LeaveAsync(Socket sender, Socket program, LinkFault fault)
    {
        sender.LingerState = new LingerOption(enable: true, seconds: 0);
        program.LingerState = new LingerOption(enable: true, seconds: 0);
        if (fault == LinkFault.HalfOpen)
        {
            sender.Close();
            await Task.Delay(HalfOpenFor, _time, _gone.Token);
        }
    }

    /// <summary>Carries bytes one way until so many have passed or one side has enough.</summary>
    private static async Task PumpAsync(Socket from, Socket to, int most, bool trickles, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new byte[8_192];
            for (var passed = 0; passed < most;)
            {
                var isTrickling = trickles && passed < TricklingBytes;
                var count = await from.ReceiveAsync(buffer.AsMemory(0, isTrickling ? 1 : Math.Min(buffer.Length, most - passed)), cancellationToken);
                if (count == 0)
                {
                    return;
                }

                for (var sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), cancellationToken);
                }

                passed += count;
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side has hung up.
        }
    }
}
