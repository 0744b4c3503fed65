using System.Text.Json.Serialization;

namespace Sensoro.Dashboard.Webhook;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RefusedProblem))]
internal sealed partial class WebhookJson : JsonSerializerContext;
