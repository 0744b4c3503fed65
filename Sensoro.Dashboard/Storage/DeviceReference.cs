using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>A device by what its readings and people call it.</summary>
/// <param name="Id">The number its readings carry.</param>
/// <param name="Sn">Serial number.</param>
/// <param name="Name">Name given by staff.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DeviceReference(long Id, string Sn, string? Name);
