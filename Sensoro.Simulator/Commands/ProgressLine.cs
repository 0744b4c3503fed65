using System.Globalization;

namespace Sensoro.Simulator.Commands;

/// <summary>One line on the terminal that follows the run, once a second.</summary>
internal static class ProgressLine
{
    private const int Width = 100;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Shows the line until <paramref name="run"/> ends, then wipes it out.</summary>
    public static async Task ShowAsync(FleetRunner runner, Task run, TextWriter output, TimeProvider time)
    {
        using var timer = new PeriodicTimer(Beat, time);
        var started = time.GetTimestamp();
        while (await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask()) != run)
        {
            await RewriteAsync(output, Describe(runner, TimeSpan.FromSeconds(Math.Round(time.GetElapsedTime(started).TotalSeconds))));
        }

        await RewriteAsync(output, string.Empty);
        await output.WriteAsync('\r');
    }

    private static string Describe(FleetRunner runner, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{elapsed:hh\\:mm\\:ss}  {runner.Report.Acknowledged:N0} acknowledged  {runner.Report.Retries:N0} retries  {runner.Report.Lost:N0} lost  p99 {runner.Report.Latency.Percentile(99).TotalMilliseconds:N1} ms");

    private static async Task RewriteAsync(TextWriter output, string line)
    {
        await output.WriteAsync('\r' + line.PadRight(Width));
        await output.FlushAsync();
    }
}
