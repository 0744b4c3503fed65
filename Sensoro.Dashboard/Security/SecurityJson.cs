using System.Text.Json.Serialization;

namespace Sensoro.Dashboard.Security;

/// <summary>What lies on disk, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, WriteIndented = true)]
[JsonSerializable(typeof(StoredApplicationList))]
[JsonSerializable(typeof(ApplicationSecrets))]
internal sealed partial class SecurityJson : JsonSerializerContext;
