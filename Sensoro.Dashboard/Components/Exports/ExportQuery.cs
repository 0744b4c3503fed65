namespace Sensoro.Dashboard.Components.Exports;

/// <summary>The parameters of the export page as they came.</summary>
public sealed record ExportQuery
{
    public string? What { get; init; }

    public IReadOnlyList<string>? Sns { get; init; }

    public string? Search { get; init; }

    public string? Status { get; init; }

    public string? Type { get; init; }

    public string? Tag { get; init; }

    public string? View { get; init; }

    public IReadOnlyList<string>? Metrics { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Every { get; init; }

    public string? Format { get; init; }

    public string? Zone { get; init; }

    public string? Bom { get; init; }

    public string? Units { get; init; }
}
