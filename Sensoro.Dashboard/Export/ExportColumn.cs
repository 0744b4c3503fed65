namespace Sensoro.Dashboard.Export;

/// <summary>One column of an export.</summary>
/// <param name="Name">The same in both formats and both languages: programs read it.</param>
/// <param name="Unit">For the unit row.</param>
internal sealed record ExportColumn(string Name, string? Unit = null);
