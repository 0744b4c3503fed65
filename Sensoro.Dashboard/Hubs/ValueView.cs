namespace Sensoro.Dashboard.Hubs;

/// <summary>The latest value of one metric, with its name in the language of the connection.</summary>
public sealed record ValueView
{
    public required string Metric { get; init; }

    public required string Label { get; init; }

    /// <summary>number, state, flag, vector, position, noFix, text, json.</summary>
    public required string Kind { get; init; }

    public double? Value { get; init; }

    public double? X { get; init; }

    public double? Y { get; init; }

    public double? Z { get; init; }

    public bool? Active { get; init; }

    public string? Text { get; init; }

    public string? Unit { get; init; }

    public int Decimals { get; init; }

    public required long At { get; init; }

    public required long Since { get; init; }
}
