using System.Text.Json.Serialization;

namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>One place of <c>gcj02.json</c> in each datum; longitude first, degrees.</summary>
public sealed record CoordinateVector
{
    public required string Name { get; init; }

    public required double[] Wgs84 { get; init; }

    public required double[] Gcj02 { get; init; }

    public required double[] Bd09 { get; init; }

    /// <summary>The inverse of <see cref="Gcj02"/> as the library gcoord finds it; null at the edge of the box, where it finds none.</summary>
    [JsonPropertyName("gcj02_to_wgs84")]
    public double[]? Gcj02ToWgs84 { get; init; }

    public required bool Shifted { get; init; }
}
