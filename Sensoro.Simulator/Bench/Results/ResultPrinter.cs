using System.Globalization;
using Sensoro.Simulator.Bench.Figures;

namespace Sensoro.Simulator.Bench.Results;

/// <summary>The table at the end of a measurement, ratios first.</summary>
internal static class ResultPrinter
{
    public static async Task WriteAsync(BenchResult result, TextWriter output)
    {
        var width = result.Figures.Max(static figure => figure.Name.Length);
        await output.WriteLineAsync();
        foreach (var figure in result.Figures.OrderBy(static figure => figure.IsRatio ? 0 : 1))
        {
            await output.WriteLineAsync($"{figure.Name.PadRight(width)}  {Came(figure)}  {Verdict(figure)}".TrimEnd());
        }

        foreach (var remark in result.Remarks)
        {
            await output.WriteLineAsync(remark);
        }
    }

    private static string Came(Figure figure)
    {
        var (median, min, max) = figure.Value;
        var ends = min < median || max > median ? string.Create(CultureInfo.InvariantCulture, $" ({min:0.###} – {max:0.###})") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{median,9:0.###} {figure.Unit}{ends}");
    }

    private static string Verdict(Figure figure) => figure switch
    {
        { Fails: true } => string.Create(CultureInfo.InvariantCulture, $"FAILS (at {figure.FailsAt}; goal {figure.Goal})"),
        { MeetsGoal: false } => string.Create(CultureInfo.InvariantCulture, $"short of the goal {figure.Goal}"),
        { Goal: { } goal } => string.Create(CultureInfo.InvariantCulture, $"goal {goal}"),
        _ => "",
    };
}
