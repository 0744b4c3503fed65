using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Tests.Diagnostics;

/// <summary>The memory of how long the last runs took.</summary>
public sealed class RecentTimesTests
{
    [Fact]
    public void Percentile_OfNothing_IsNothing() => Assert.Null(new RecentTimes().Percentile(50));

    [Theory]
    [InlineData(50, 50)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    [InlineData(0.1, 1)]
    public void Percentile_OfAHundredTimes_IsTheOneThatManyStayWithin(double percent, int milliseconds)
    {
        var times = new RecentTimes();
        for (var i = 100; i > 0; i--)
        {
            times.Record(TimeSpan.FromMilliseconds(i));
        }

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), times.Percentile(percent));
    }

    [Fact]
    public void Percentile_AfterMoreTimesThanAreKept_ForgetsTheOldest()
    {
        var times = new RecentTimes();
        times.Record(TimeSpan.FromHours(1));
        for (var i = 0; i < RecentTimes.Kept; i++)
        {
            times.Record(TimeSpan.FromMilliseconds(2));
        }

        Assert.Equal(TimeSpan.FromMilliseconds(2), times.Percentile(100));
    }
}
