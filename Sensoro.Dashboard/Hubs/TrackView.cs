namespace Sensoro.Dashboard.Hubs;

/// <summary>Where a device has been, for a line on a map.</summary>
/// <param name="Cursor">A message that the points surely include.</param>
/// <param name="Points">
/// [time, longitude, latitude, gap], oldest first: Unix milliseconds and WGS-84 degrees; gap is 1 where nobody knows the way from the
/// point before. None when the device is not known.
/// </param>
public sealed record TrackView(long Cursor, IReadOnlyList<double[]> Points);
