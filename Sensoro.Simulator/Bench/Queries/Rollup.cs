using System.Runtime.InteropServices;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>One bucket while its readings come, oldest first.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Rollup(long at, double value)
{
    public readonly long At => at;

    public double Min { get; private set; } = value;

    public double Max { get; private set; } = value;

    public double Sum { get; private set; } = value;

    public int Count { get; private set; } = 1;

    public double First { get; } = value;

    public double Last { get; private set; } = value;

    public void Add(double next)
    {
        (Min, Max, Sum, Last) = (Math.Min(Min, next), Math.Max(Max, next), Sum + next, next);
        Count++;
    }
}
