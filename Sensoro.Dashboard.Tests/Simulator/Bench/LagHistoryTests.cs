using Sensoro.Simulator.Bench.Pushes;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class LagHistoryTests
{
    private readonly LagHistory _history = new();

    [Fact]
    public void Longest_StateThatKeepsUp_IsZero()
    {
        Look(1, 10, 10);
        Look(2, 20, 20);

        Assert.Equal(TimeSpan.Zero, _history.Longest);
    }

    [Fact]
    public void Longest_StateBehind_IsTheAgeOfTheNextMessageAtMost()
    {
        Look(1, 10, 10);
        Look(2, 20, 10);
        Look(3, 30, 10);
        Look(4, 40, 25);

        // Message 11 came between the looks at 1 and 2; at 3 it was still waiting.
        Assert.Equal(TimeSpan.FromSeconds(2), _history.Longest);
    }

    [Fact]
    public void Longest_BehindFromTheFirstLook_CountsFromThere()
    {
        Look(5, 10, 0);
        Look(6, 10, 9);

        Assert.Equal(TimeSpan.FromSeconds(1), _history.Longest);
    }

    private void Look(int second, long last, long folded) => _history.Add(TimeSpan.FromSeconds(second), new DashboardStats(last, folded));
}
