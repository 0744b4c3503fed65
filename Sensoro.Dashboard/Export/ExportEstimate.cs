using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Export;

/// <summary>About how much an export will be.</summary>
/// <param name="Devices">Devices that fit the choice.</param>
/// <param name="Rows">Rows, from counts that are kept anyway.</param>
/// <param name="Bytes">Rows times what a row of this kind usually takes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExportEstimate(int Devices, long Rows, long Bytes);
