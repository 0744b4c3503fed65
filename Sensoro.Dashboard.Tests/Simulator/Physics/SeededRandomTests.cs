using Sensoro.Simulator.Physics;

namespace Sensoro.Dashboard.Tests.Simulator.Physics;

public sealed class SeededRandomTests
{
    [Fact]
    public void SeededRandom_SameSeed_SameNumbers() =>
        Assert.Equal(Draw(new SeededRandom(7)), Draw(new SeededRandom(7)));

    [Fact]
    public void SeededRandom_OtherSeed_OtherNumbers() =>
        Assert.NotEqual(Draw(new SeededRandom(7)), Draw(new SeededRandom(8)));

    [Fact]
    public void Branch_AfterDrawing_IsTheSameAsBefore()
    {
        var random = new SeededRandom(7);
        var before = Draw(random.Branch(3));
        Draw(random);

        Assert.Equal(before, Draw(random.Branch(3)));
        Assert.NotEqual(before, Draw(random.Branch(4)));
    }

    [Fact]
    public void Normal_ManyDraws_HaveMeanZeroAndDeviationOne()
    {
        var random = new SeededRandom(1);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => random.Normal())];

        Assert.Equal(0, draws.Average(), 0.03);
        Assert.Equal(1, Math.Sqrt(draws.Average(static draw => draw * draw)), 0.03);
    }

    private static double[] Draw(SeededRandom random) => [.. Enumerable.Range(0, 20).Select(_ => random.Unit())];
}
