using System.Globalization;
using System.Text;
using Sensoro.Simulator.Bench.Figures;

namespace Sensoro.Simulator.Bench.Results;

/// <summary>
/// The part of the README that tells what was measured. It is written from the result files, between two marks. Absolute figures
/// stay in those files: here they are shares of their goals.
/// </summary>
internal static class ReadmeTable
{
    public const string Begin = "<!-- measured: written by \"bench readme\" -->";
    public const string End = "<!-- /measured -->";

    /// <summary>The README with the part between the marks written anew.</summary>
    /// <exception cref="BenchException">The marks are not there.</exception>
    public static string Replace(string readme, IReadOnlyList<(string File, BenchResult Result)> results)
    {
        var begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{readme[..(begin + Begin.Length)]}\n{Write(results)}{readme[end..]}"
            : throw new BenchException($"The README lacks the lines {Begin} and {End}.");
    }

    internal static string Write(IReadOnlyList<(string File, BenchResult Result)> results)
    {
        var text = new StringBuilder();
        foreach (var (file, result) in results)
        {
            WriteOne(text, file, result);
        }

        return text.Length == 0 ? "\nNothing has been measured yet.\n\n" : text.Append('\n').ToString();
    }

    private static void WriteOne(StringBuilder text, string file, BenchResult result)
    {
        var origin = result.Origin;
        text.Append(CultureInfo.InvariantCulture, $"\n**{Title(result.Kind)}** · {origin.At:yyyy-MM-dd}, {origin.Cores} cores, {origin.Framework}");
        text.Append(origin.Commit.Length == 0 ? "" : $", commit {origin.Commit}");
        text.Append(CultureInfo.InvariantCulture, $" · [all figures]({ResultFolder.PathInSolution}/{file})\n\n");
        text.Append("| measure | median (min – max) | goal | fails at |\n|---|---|---|---|\n");
        foreach (var figure in result.Figures.Where(static figure => figure.IsRatio || figure.Goal > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {figure.Name} | {Came(figure)} | {Limit(figure, figure.Goal, "≥", "≤")} | {Limit(figure, figure.FailsAt, "<", ">")} |\n");
        }

        if (result.Audit is { } audit)
        {
            text.Append(CultureInfo.InvariantCulture, $"| acknowledged pushes missing, stored twice, forged | {audit.Missing}, {audit.Repeated}, {audit.Forged} of {audit.Acknowledged:N0} | 0 | 1 |\n");
        }

        foreach (var remark in result.Remarks)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{remark}\n");
        }
    }

    private static string Title(BenchKind kind) => kind switch
    {
        BenchKind.Pushes => "Pushes: durable and folded, against a bare endpoint",
        BenchKind.Growth => "Growth: from an empty log to a large one",
        BenchKind.Queries => "Queries of the read API",
        BenchKind.Live => "Live: many viewers at once",
        BenchKind.SignIns => "Sign-ins: guessing beside the pushes",
    };

    private static string Came(Figure figure)
    {
        var scale = figure.IsRatio || figure.Goal is not { } goal ? 1 : goal;
        var (median, min, max) = figure.Value;
        var text = Number(median / scale) + (figure.IsRatio ? "" : " of the goal");
        return min < median || max > median ? $"{text} ({Number(min / scale)} – {Number(max / scale)})" : text;
    }

    private static string Limit(Figure figure, double? limit, string atLeast, string atMost) => limit is not { } value
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{(figure.MoreIsBetter ? atLeast : atMost)} {value:0.##}{(figure.IsRatio ? "" : " " + figure.Unit)}");

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
