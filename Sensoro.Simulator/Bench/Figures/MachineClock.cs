using System.Globalization;

namespace Sensoro.Simulator.Bench.Figures;

/// <summary>The processor time of the whole machine, from Linux's <c>/proc/stat</c>.</summary>
internal static class MachineClock
{
    private const string Source = "/proc/stat";
    private const double TicksPerSecond = 100;

    /// <summary>Null where the system does not tell.</summary>
    public static TimeSpan? Read()
    {
        if (!File.Exists(Source))
        {
            return null;
        }

        using var lines = File.OpenText(Source);
        return Parse(lines.ReadLine());
    }

    /// <summary>
    /// Reads "cpu user nice system idle iowait irq softirq steal …". Interrupts stay out: those of the loopback are ours and count
    /// for no process. What a hypervisor steals is foreign work.
    /// </summary>
    internal static TimeSpan? Parse(string? line)
    {
        var parts = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts is ["cpu", var user, var nice, var system, _, _, _, _, var steal, ..]
            ? TimeSpan.FromSeconds((Number(user) + Number(nice) + Number(system) + Number(steal)) / TicksPerSecond)
            : null;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
