using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>
/// How far the state is behind the log in time, told from looks at both. A look says which message is folded; the lag is the age
/// of the next one, which came between two earlier looks. The earlier of them counts, so the lag is never understated.
/// </summary>
internal sealed class LagHistory
{
    private readonly List<(TimeSpan At, long LastId)> _looks = [];
    private int _arrived;

    public TimeSpan Longest { get; private set; }

    public void Add(TimeSpan at, DashboardStats stats)
    {
        _looks.Add((at, stats.LastId));
        if (stats.FoldedId >= stats.LastId)
        {
            return;
        }

        // Folding only goes forward, so the look at which the next message had come does, too.
        while (_looks[_arrived].LastId <= stats.FoldedId)
        {
            _arrived++;
        }

        var lag = at - _looks[Math.Max(0, _arrived - 1)].At;
        Longest = lag > Longest ? lag : Longest;
    }
}
