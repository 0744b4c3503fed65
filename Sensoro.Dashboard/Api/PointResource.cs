namespace Sensoro.Dashboard.Api;

/// <summary>A raw value (at, value) or a bucket (at, min, avg, max, count).</summary>
public sealed record PointResource
{
    public required DateTimeOffset At { get; init; }

    public double? Value { get; init; }

    public double? Min { get; init; }

    public double? Avg { get; init; }

    public double? Max { get; init; }

    public int? Count { get; init; }
}
