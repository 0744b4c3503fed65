using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Import;

/// <summary>What a line comes to.</summary>
/// <param name="Line">The line.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Edit">The change that does it; null when nothing is to be done.</param>
public sealed record PlannedChange(DeviceLine Line, PlannedChangeKind Kind, DeviceEdit? Edit);
