namespace Sensoro.Dashboard.Components.Exports;

/// <summary>Words of the export page.</summary>
public sealed class ExportTexts;
