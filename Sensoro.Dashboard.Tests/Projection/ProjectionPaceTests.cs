using Sensoro.Dashboard.Projection;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>Rests are short after cheap folds, never longer than the limit, and none while a whole fold waits.</summary>
public sealed class ProjectionPaceTests
{
    [Theory]
    [InlineData(1, 0.5, 4.5)]
    [InlineData(100, 10, 90)]
    [InlineData(4_000, 150, 200)]
    [InlineData(16_383, 900, 200)]
    [InlineData(16_384, 900, 0)]
    public void RestAfter_AFold_IsNineTimesItsLengthWithinLimits(int messages, double took, double rest) =>
        Assert.Equal(TimeSpan.FromMilliseconds(rest), ProjectionPace.RestAfter(messages, TimeSpan.FromMilliseconds(took)));
}
