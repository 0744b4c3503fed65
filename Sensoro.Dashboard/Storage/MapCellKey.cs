using System.Runtime.InteropServices;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>A square of the grid that devices are counted in.</summary>
/// <param name="Step">Its width in degrees: one of <see cref="Steps"/>.</param>
/// <param name="Datum">The datum of the positions in it.</param>
/// <param name="X">Its number from 180° west.</param>
/// <param name="Y">Its number from the south pole.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapCellKey(double Step, CoordinateSystem Datum, int X, int Y)
{
    /// <summary>The widths there are: about 200 m, 1 km, 5 km, 28 km and 140 km.</summary>
    public static IReadOnlyList<double> Steps { get; } = [0.002, 0.01, 0.05, 0.25, 1.25];
}
