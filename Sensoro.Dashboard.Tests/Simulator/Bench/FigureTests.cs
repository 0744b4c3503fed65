using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Results;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0.30, true, false)]
    [InlineData(0.25, true, false)]
    [InlineData(0.20, false, false)]
    [InlineData(0.17, false, true)]
    public void Fails_RatioThatShouldBeLarge_BelowItsLimit(double value, bool meetsGoal, bool fails)
    {
        var figure = Ratio(value) with { MoreIsBetter = true, Goal = 0.25, FailsAt = 0.18 };

        Assert.Equal((meetsGoal, fails), (figure.MeetsGoal, figure.Fails));
    }

    [Theory]
    [InlineData(3.9, true, false)]
    [InlineData(5, false, false)]
    [InlineData(6.1, false, true)]
    [InlineData(double.NaN, false, true)]
    public void Fails_RatioThatShouldBeSmall_AboveItsLimit(double value, bool meetsGoal, bool fails)
    {
        var figure = Ratio(value) with { Goal = 4, FailsAt = 6 };

        Assert.Equal((meetsGoal, fails), (figure.MeetsGoal, figure.Fails));
    }

    [Fact]
    public void Fails_AbsoluteTime_Never() =>
        Assert.False(new Figure { Name = "p99", Unit = "ms", Value = Spread.Single(1_000), Goal = 15, FailsAt = 40 }.Fails);

    [Fact]
    public void IsGood_LogThatLacksAPush_IsNot()
    {
        var result = BenchResults.Pushes();

        Assert.True(result.IsGood());
        Assert.False((result with { Audit = Audit(missing: 1) }).IsGood());
        Assert.False((result with { Figures = [Ratio(7) with { FailsAt = 6 }] }).IsGood());
    }

    private static Figure Ratio(double value) => new() { Name = "ratio", Unit = Figure.Ratio, Value = Spread.Single(value) };

    private static AuditResult Audit(long missing) => new() { Acknowledged = 10, Stored = 10 - missing, Missing = missing, Repeated = 0, Forged = 0 };
}
