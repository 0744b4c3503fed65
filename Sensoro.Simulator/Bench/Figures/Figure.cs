using System.Text.Json.Serialization;

namespace Sensoro.Simulator.Bench.Figures;

/// <summary>One line of a result: what was measured, what it came to, what it should come to.</summary>
internal sealed record Figure
{
    /// <summary>The unit of figures that mean the same on every machine.</summary>
    public const string Ratio = "×";

    public required string Name { get; init; }

    /// <summary><see cref="Ratio"/>, or the unit of an absolute figure, which means something beside its machine alone.</summary>
    public required string Unit { get; init; }

    public required Spread Value { get; init; }

    public double? Goal { get; init; }

    public double? FailsAt { get; init; }

    /// <summary>The goal is a least value rather than a largest one.</summary>
    public bool MoreIsBetter { get; init; }

    [JsonIgnore]
    public bool IsRatio => Unit == Ratio;

    [JsonIgnore]
    public bool MeetsGoal => Goal is not { } goal || Reaches(goal);

    /// <summary>Only a ratio can fail: an absolute time says as much of the machine as of the program.</summary>
    [JsonIgnore]
    public bool Fails => IsRatio && FailsAt is { } limit && !Reaches(limit);

    private bool Reaches(double limit) => MoreIsBetter ? Value.Median >= limit : Value.Median <= limit;
}
