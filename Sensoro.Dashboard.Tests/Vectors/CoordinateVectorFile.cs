using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>The datum conversions of <c>gcj02.json</c>.</summary>
public sealed record CoordinateVectorFile
{
    private static readonly Lazy<CoordinateVectorFile> Loaded = new(Load);

    public static CoordinateVectorFile Instance => Loaded.Value;

    [JsonPropertyName("tolerance_deg")]
    public required double ToleranceDegrees { get; init; }

    public required int Count { get; init; }

    public required IReadOnlyList<CoordinateVector> Vectors { get; init; }

    private static CoordinateVectorFile Load() =>
        JsonSerializer.Deserialize<CoordinateVectorFile>(File.ReadAllText(VectorFile.PathOf("gcj02.json")), JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException("gcj02.json is empty.");
}
