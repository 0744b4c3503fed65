using Sensoro.Simulator.Bench.Figures;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class NoiseTests
{
    private static readonly TimeSpan Elapsed = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(10, 10, 0, false)]
    [InlineData(10, 7.5, 0.5, false)]
    [InlineData(10, 7, 0.6, true)]
    [InlineData(9, 10, 0, false)]
    public void IsNoisy_WorkOfOthers_CountsAboveHalfACore(double machine, double own, double foreign, bool noisy)
    {
        var cores = Noise.ForeignCores(TimeSpan.FromSeconds(machine), TimeSpan.FromSeconds(own), Elapsed);

        Assert.Equal(foreign, cores ?? double.NaN, 6);
        Assert.Equal(noisy, Noise.IsNoisy(cores));
    }

    [Fact]
    public void IsNoisy_MachineThatDoesNotTell_IsNot() => Assert.False(Noise.IsNoisy(Noise.ForeignCores(null, Elapsed, Elapsed)));

    [Fact]
    public void Parse_LineOfProcStat_LeavesIdleTimeAndInterruptsOut() =>
        Assert.Equal(TimeSpan.FromSeconds(100 + 20 + 30 + 4), MachineClock.Parse("cpu  10000 2000 3000 999999 8888 777 666 400 0 0"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cpu0 1 2 3 4 5 6 7 8")]
    [InlineData("cpu 1 2 3")]
    public void Parse_OtherLine_SaysThatItIsNotKnown(string? line) => Assert.Null(MachineClock.Parse(line));
}
