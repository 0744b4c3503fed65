using Sensoro.Dashboard.Components.Overview;

namespace Sensoro.Dashboard.Tests.Components.Overview;

public sealed class PushRateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 42, TimeSpan.Zero);

    [Fact]
    public void Of_MiddleOfAMinute_EndsWithTheLastWholeOne()
    {
        var rate = PushRate.Of(Now, [1, 2, 7], []);

        Assert.Equal(7, rate.LastMinute);
        Assert.Equal(Now.AddSeconds(-42), rate.To);
        Assert.Equal(Now.AddSeconds(-42).AddMinutes(-3), rate.From);
    }

    [Theory]
    [InlineData(new[] { 10 }, 0.2)]
    [InlineData(new[] { 24 }, -0.5)]
    public void Of_PushesAWeekAgo_ComparesTheHours(int[] before, double expected) =>
        Assert.Equal(expected, PushRate.Of(Now, [5, 7], before).ChangeInAWeek ?? double.NaN, 6);

    [Fact]
    public void Of_NothingAWeekAgo_ComparesNothing() => Assert.Null(PushRate.Of(Now, [5], [0, 0]).ChangeInAWeek);
}
