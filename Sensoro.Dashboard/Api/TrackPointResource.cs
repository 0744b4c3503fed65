namespace Sensoro.Dashboard.Api;

/// <param name="At">When the device reported it.</param>
/// <param name="Lon">Longitude, WGS-84.</param>
/// <param name="Lat">Latitude, WGS-84.</param>
public sealed record TrackPointResource(DateTimeOffset At, double Lon, double Lat);
