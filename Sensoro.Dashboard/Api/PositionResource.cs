namespace Sensoro.Dashboard.Api;

/// <param name="Lon">Degrees east.</param>
/// <param name="Lat">Degrees north.</param>
public sealed record PositionResource(double Lon, double Lat);
