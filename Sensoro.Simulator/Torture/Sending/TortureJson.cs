using System.Text.Json.Serialization;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>What parent and sender tell each other, one line each.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SendPlan))]
[JsonSerializable(typeof(SendCounts))]
internal sealed partial class TortureJson : JsonSerializerContext;
