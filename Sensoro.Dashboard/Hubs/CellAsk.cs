namespace Sensoro.Dashboard.Hubs;

/// <summary>Which devices stand behind a mark that counts several.</summary>
/// <param name="Step">Width of the grid's squares, as it came with the marks.</param>
/// <param name="Datum">Number of the datum.</param>
/// <param name="X">Number of the square from the west.</param>
/// <param name="Y">Number of the square from the south.</param>
/// <param name="Type">Device type; null for all.</param>
public sealed record CellAsk(double Step, int Datum, int X, int Y, string? Type);
