using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Tests.Diagnostics;

/// <summary>A flood leaves few traces, and its size.</summary>
public sealed class FloodGateTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly FakeTimeProvider _clock = new();
    private readonly FloodGate _gate;

    public FloodGateTests() => _gate = new FloodGate(_clock, 3, Window);

    [Fact]
    public void TryPass_BeyondTheMost_KeepsBackUntilTheNextWindowAndSaysHowMany()
    {
        Assert.Equal(3, Pass(1_000));

        _clock.Advance(Window);

        Assert.True(_gate.TryPass(out var keptBack));
        Assert.Equal(997, keptBack);
        Assert.True(_gate.TryPass(out keptBack));
        Assert.Equal(0, keptBack);
    }

    [Fact]
    public void TryPass_AfterTheClockWasPutBack_BeginsAnew()
    {
        var gate = new FloodGate(_clock, 1, Window);
        Assert.True(gate.TryPass(out _));
        _clock.AdjustTime(_clock.GetUtcNow().AddDays(-1));

        Assert.True(gate.TryPass(out _));
        Assert.False(gate.TryPass(out _));
    }

    [Fact]
    public void TryPass_ByManyAtOnce_LetsTheMostThrough()
    {
        var passed = 0;

        Parallel.For(0, 10_000, _ => Interlocked.Add(ref passed, _gate.TryPass(out var _) ? 1 : 0));

        Assert.Equal(3, passed);
    }

    private int Pass(int times) => Enumerable.Range(0, times).Count(_ => _gate.TryPass(out var _));
}
