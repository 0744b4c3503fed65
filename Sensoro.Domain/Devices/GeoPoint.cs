using System.Runtime.InteropServices;

namespace Sensoro.Domain.Devices;

/// <summary>A place in degrees, longitude first as SENSORO sends it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Longitude, double Latitude);
