namespace Sensoro.Dashboard.Export;

/// <summary>How the rows are written.</summary>
public enum ExportFormat
{
    /// <summary>RFC 4180 in UTF-8, first row the names; for spreadsheets.</summary>
    Csv,

    /// <summary>One JSON object a line; what has no value is left out.</summary>
    JsonLines,
}
