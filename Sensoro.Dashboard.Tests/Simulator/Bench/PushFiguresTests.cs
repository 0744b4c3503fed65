using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Pushes;
using Sensoro.Simulator.Bench.Results;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class PushFiguresTests
{
    [Fact]
    public void Of_Rounds_DividesWithinEachRoundBeforeItTakesTheMedian()
    {
        Sample[] samples =
        [
            .. Round(1, bare: 1_000, durable: 250),
            .. Round(2, bare: 2_000, durable: 400),
            .. Round(3, bare: 500, durable: 150),
        ];

        var figure = Named(samples, "durable and folded / bare, 64 connections");

        Assert.Equal(0.25, figure.Value.Median, 9);
        Assert.Equal(0.2, figure.Value.Min, 9);
        Assert.Equal(0.3, figure.Value.Max, 9);
        Assert.Equal(0.18, figure.FailsAt);
    }

    [Fact]
    public void Of_FoldingThatFallsBehind_CountsWhatWasFolded()
    {
        Sample[] samples = [.. Round(1, bare: 1_000, durable: 400, folded: 100)];

        Assert.Equal(0.1, Named(samples, "durable and folded / bare, 64 connections").Value.Median, 9);
        Assert.Equal(0.4, Named(samples, "acknowledged / bare, 64 connections").Value.Median, 9);
    }

    [Fact]
    public void Of_LongRun_DecidesInsteadOfTheRounds()
    {
        Sample[] samples =
        [
            .. Round(1, bare: 1_000, durable: 100),
            Take(Target.Bare, PushFigures.SustainedRound, 900),
            Take(Target.Durable, PushFigures.SustainedRound, 200),
            Take(Target.Bare, PushFigures.SustainedRound, 1_100),
        ];

        var sustained = Named(samples, "durable and folded / bare, 64 connections, sustained");
        Assert.Equal(0.2, sustained.Value.Median, 9);
        Assert.Equal(0.18, sustained.FailsAt);
        Assert.Null(Named(samples, "durable and folded / bare, 64 connections").FailsAt);
    }

    private static Figure Named(Sample[] samples, string name) => Assert.Single(PushFigures.Of(samples), figure => figure.Name == name);

    private static IEnumerable<Sample> Round(int round, double bare, double durable, double? folded = null) =>
        [Take(Target.Bare, round, bare), Take(Target.Verify, round, bare * 0.9), Take(Target.Durable, round, durable) with { FoldedPerSecond = folded ?? durable }];

    private static Sample Take(string variant, int round, double perSecond) => new()
    {
        Variant = variant,
        Round = round,
        Connections = 64,
        Acknowledged = (long)perSecond,
        Seconds = 1,
        PerSecond = perSecond,
        CpuPerMessage = 1_000_000 / perSecond,
    };
}
