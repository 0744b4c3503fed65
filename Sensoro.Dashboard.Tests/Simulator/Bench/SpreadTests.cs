using FsCheck;
using FsCheck.Xunit;
using Sensoro.Simulator.Bench.Figures;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class SpreadTests
{
    [Fact]
    public void Of_OddNumber_TakesTheMiddleOne() => Assert.Equal(new Spread(3, 1, 90), Spread.Of([90, 1, 3]));

    [Fact]
    public void Of_EvenNumber_TakesTheMeanOfTheTwoInTheMiddle() => Assert.Equal(new Spread(2.5, 1, 90), Spread.Of([90, 1, 3, 2]));

    [Fact]
    public void Of_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => Spread.Of([]));

    [Theory]
    [InlineData(50, 5)]
    [InlineData(95, 10)]
    [InlineData(90, 9)]
    [InlineData(1, 1)]
    [InlineData(100, 10)]
    public void Percentile_OfTen_IsTheNearestRank(double percent, double expected) =>
        Assert.Equal(expected, Spread.Percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percent));

    [Property]
    public void Of_AnyValues_HasAsManyBelowAsAboveTheMedian(NonEmptyArray<int> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var values = measured.Get;

        var spread = Spread.Of(values.Select(static value => (double)value));

        Assert.InRange(spread.Median, spread.Min, spread.Max);
        Assert.True(values.Count(value => value < spread.Median) <= values.Length / 2);
        Assert.True(values.Count(value => value > spread.Median) <= values.Length / 2);
    }
}
