using System.Globalization;
using Sensoro.Simulator.Bench.Results;

namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>One line on the console for each measurement, while the others go on.</summary>
internal static class SampleLine
{
    public static string Describe(Sample sample)
    {
        var folded = sample.FoldedPerSecond is { } rate ? Print($", {rate:N0}/s folded, lag {sample.LongestLag:N2} s") : "";
        var noisy = sample.Noisy ? Print($"  NOISY: {sample.ForeignCores:N1} cores of others") : "";
        return Print($"  {sample.Variant,-9} {sample.Connections,4} connections  {sample.PerSecond,8:N0}/s  CPU {sample.CpuPerMessage,6:N1} µs  p50 {sample.P50:N1} p99 {sample.P99:N1} ms{folded}{noisy}");
    }

    private static string Print(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
