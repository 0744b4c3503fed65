using Sensoro.Simulator.Bench;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class ReadmeTableTests
{
    private const string Readme = $"before\n{ReadmeTable.Begin}\nold\n{ReadmeTable.End}\nbehind\n";

    [Fact]
    public void Replace_Results_StandBetweenTheMarks()
    {
        var readme = ReadmeTable.Replace(Readme, [("2026-11-26-pushes.json", BenchResults.Pushes())]);

        Assert.Equal(
            $"""
            before
            {ReadmeTable.Begin}

            **Pushes: durable and folded, against a bare endpoint** · 2026-11-26, 2 cores, .NET 10.0.1, commit abc1234 · [all figures](Sensoro.Simulator/Results/2026-11-26-pushes.json)

            | measure | median (min – max) | goal | fails at |
            |---|---|---|---|
            | durable and folded / bare | 0.24 (0.22 – 0.26) | ≥ 0.25 | < 0.18 |
            | p99 | 0.80 of the goal | ≤ 15 ms | > 40 ms |
            | acknowledged pushes missing, stored twice, forged | 0, 0, 0 of 1,234 | 0 | 1 |

            Other programs used over half a core in 1 of 1 measurements.

            {ReadmeTable.End}
            behind

            """,
            readme);
    }

    [Fact]
    public void Replace_Twice_ChangesNothingMore()
    {
        (string, BenchResult)[] results = [("a.json", BenchResults.Pushes())];
        var once = ReadmeTable.Replace(Readme, results);

        Assert.Equal(once, ReadmeTable.Replace(once, results));
    }

    [Fact]
    public void Replace_ReadmeWithoutMarks_SaysSo() => Assert.Throws<BenchException>(() => ReadmeTable.Replace("nothing", []));

    [Fact]
    public void Readme_OfThisSource_TellsTheNewestResults()
    {
        var solution = DashboardBuild.SolutionFolder() ?? throw new InvalidOperationException("The tests do not run from the source.");
        var readme = File.ReadAllText(Path.Combine(solution, "README.md")).ReplaceLineEndings("\n");

        Assert.Equal(ReadmeTable.Replace(readme, ResultFolder.OfSource().Newest()), readme);
    }
}
