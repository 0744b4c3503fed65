using System.Diagnostics;
using System.Text;
using Sensoro.Simulator.Bench.Live;
using Sensoro.Simulator.Bench.Load;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>Sends single pushes to a dashboard at rest and times each from its first byte to the news of it at a listener of the hub.</summary>
internal static class IdleScreen
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(500);

    /// <returns>Milliseconds, one for each push.</returns>
    public static async Task<IReadOnlyList<double>> WatchAsync(DashboardChild dashboard, Meter meter, int pushes, CancellationToken cancellationToken)
    {
        var chance = new SeededRandom(1);
        var waiting = new Expectation();
        using var connection = new LoadConnection(dashboard.Port);
        await using var viewer = await HubViewer.ConnectAsync(dashboard.Address, waiting.Hear, cancellationToken);
        await viewer.JoinAsync("JoinFleet", [], cancellationToken);
        var seen = new List<double>();
        for (var push = 0; push < pushes; push++)
        {
            await Task.Delay(chance.Between(ShortestRest, LongestRest), cancellationToken);
            var news = waiting.For(PushRecipe.Sn((int)(meter.NextIndex % PushRecipe.Devices)));
            var start = Stopwatch.GetTimestamp();
            if (!await meter.SendOneAsync(connection, dashboard.Port, cancellationToken))
            {
                throw new BenchException("The dashboard did not acknowledge a single push at rest.");
            }

            var arrived = await news.WaitAsync(Limit, cancellationToken);
            seen.Add(Stopwatch.GetElapsedTime(start, arrived).TotalMilliseconds);
        }

        return seen;
    }

    /// <summary>The SN that is waited for, and when it came.</summary>
    private sealed class Expectation
    {
        private byte[] _sn = [];
        private TaskCompletionSource<long> _arrived = new();

        public Task<long> For(string sn)
        {
            var arrived = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _sn, Encoding.ASCII.GetBytes(sn));
            Volatile.Write(ref _arrived, arrived);
            return arrived.Task;
        }

        public void Hear(ReadOnlySpan<byte> message, long at)
        {
            if (message.IndexOf("\"DevicesChanged\""u8) >= 0 && message.IndexOf(Volatile.Read(ref _sn)) >= 0)
            {
                Volatile.Read(ref _arrived).TrySetResult(at);
            }
        }
    }
}
