using System.Runtime.InteropServices;

namespace Sensoro.Domain.Readings;

/// <summary>What values taken in order of time come to. Starts empty.</summary>
[StructLayout(LayoutKind.Auto)]
public record struct Rollup
{
    public double Min { get; private set; }

    public double Max { get; private set; }

    public double Sum { get; private set; }

    public long Count { get; private set; }

    /// <summary>The earliest value.</summary>
    public double First { get; private set; }

    /// <summary>The latest value.</summary>
    public double Last { get; private set; }

    /// <summary>Takes in a value later than all before.</summary>
    public void Add(double value) => Add(new Rollup { Min = value, Max = value, Sum = value, Count = 1, First = value, Last = value });

    /// <summary>Takes in values that are all later than those before.</summary>
    public void Add(Rollup later)
    {
        if (Count == 0)
        {
            this = later;
            return;
        }

        Min = Math.Min(Min, later.Min);
        Max = Math.Max(Max, later.Max);
        Sum += later.Sum;
        Count += later.Count;
        Last = later.Last;
    }

    /// <summary>As it was stored.</summary>
    public static Rollup Restore(double min, double max, double sum, long count, double first, double last) =>
        new() { Min = min, Max = max, Sum = sum, Count = count, First = first, Last = last };
}
