using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Results;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

/// <summary>Results as a machine might have found them.</summary>
internal static class BenchResults
{
    public static BenchResult Pushes(DateTimeOffset? at = null) => new()
    {
        Kind = BenchKind.Pushes,
        Origin = new RunOrigin
        {
            At = at ?? new DateTimeOffset(2026, 11, 26, 9, 30, 0, TimeSpan.Zero),
            Cores = 2,
            Framework = ".NET 10.0.1",
            System = "Debian",
            Commit = "abc1234",
            Command = "bench --save",
        },
        Figures =
        [
            new Figure { Name = "durable and folded / bare", Unit = Figure.Ratio, Value = new Spread(0.241, 0.22, 0.26), Goal = 0.25, FailsAt = 0.18, MoreIsBetter = true },
            new Figure { Name = "p99", Unit = "ms", Value = Spread.Single(12), Goal = 15, FailsAt = 40 },
            new Figure { Name = "allocated", Unit = "KB", Value = Spread.Single(5) },
        ],
        Samples = [new Sample { Variant = "durable", Round = 1, Connections = 64, Acknowledged = 1_000, Seconds = 5, PerSecond = 200, LongestLag = 0.4, Noisy = true }],
        Audit = new AuditResult { Acknowledged = 1_234, Stored = 1_234, Missing = 0, Repeated = 0, Forged = 0 },
        Remarks = ["Other programs used over half a core in 1 of 1 measurements."],
    };
}
