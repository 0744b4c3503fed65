using System.Text.Json.Serialization;

namespace Sensoro.Dashboard.Import;

/// <summary>The lines of an export, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExportedMessage))]
internal sealed partial class ImportJson : JsonSerializerContext;
