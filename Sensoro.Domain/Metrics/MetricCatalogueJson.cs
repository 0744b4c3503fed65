using System.Text.Json.Serialization;

namespace Sensoro.Domain.Metrics;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MetricCatalogueFile))]
internal sealed partial class MetricCatalogueJson : JsonSerializerContext;
