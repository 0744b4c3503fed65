using System.Globalization;

namespace Sensoro.Simulator.Commands;

/// <summary>What the program prints at the end: what it sent, what it met and what came of it.</summary>
internal static class ClosingReport
{
    public static async Task WriteAsync(FleetRunner runner, TextWriter output)
    {
        foreach (var (heading, text) in Lines(runner))
        {
            await output.WriteLineAsync($"{heading,-13}{text}");
        }
    }

    private static IEnumerable<(string Heading, string Text)> Lines(FleetRunner runner)
    {
        var (tally, report) = (runner.Tally, runner.Report);
        yield return ("Sent", Print($"{tally.Reports:N0} reports, {tally.Tasks:N0} task events, {tally.Past:N0} reports of the past"));
        yield return ("On the way", Print($"{tally.Duplicates:N0} repeated, {tally.Late:N0} late, {tally.OutOfOrder:N0} out of order, {tally.OldNonces:N0} with an old nonce, {tally.Broken:N0} broken"));
        if (tally.Skipped > 0)
        {
            yield return ("Left out", Print($"{tally.Skipped:N0} reports, because the receiver or this machine could not keep up"));
        }

        yield return ("Answers", report.Deliveries == 0 ? "none" : string.Join(", ", report.Answers().Select(static answer => Print($"{answer.Answer}: {answer.Count:N0}"))));
        yield return ("Acknowledged", Print($"{report.Acknowledged:N0} well-formed pushes"));
        yield return ("Stored", Print($"{report.Stored:N0} different messages"));
        yield return ("Retries", Print($"{report.Retries:N0}"));
        yield return ("Lost", Print($"{report.Lost:N0} well-formed pushes after four deliveries"));
        if (report.CutOff > 0)
        {
            yield return ("Cut off", Print($"{report.CutOff:N0} well-formed pushes under way when the run was cancelled"));
        }

        yield return ("Refused", Print($"{report.RefusedRightly:N0} pushes that were wrong on purpose"));
        if (report.AcceptedWrongly > 0)
        {
            yield return ("Accepted", Print($"{report.AcceptedWrongly:N0} pushes that were wrong on purpose: the receiver should have refused them"));
        }

        var latency = report.Latency;
        yield return ("Latency", latency.Count == 0 ? "no delivery was answered" : $"p50 {Milliseconds(latency.Percentile(50))}, p90 {Milliseconds(latency.Percentile(90))}, p99 {Milliseconds(latency.Percentile(99))}, max {Milliseconds(latency.Longest)}");
    }

    private static string Milliseconds(TimeSpan time) => Print($"{time.TotalMilliseconds:N1} ms");

    private static string Print(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
