using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Import;

/// <summary>What a line of a file says about a device. What is null stays as it is.</summary>
/// <param name="Number">Its number in the file, from 1 with the header.</param>
/// <param name="Sn">Whose line it is.</param>
/// <param name="Name">What to call it.</param>
/// <param name="Tags">All tags it is to have.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Datum">The datum of the place; null when the line names none.</param>
public sealed record DeviceLine(long Number, string Sn, string? Name, IReadOnlyList<string>? Tags, GeoPoint? Place, CoordinateSystem? Datum);
