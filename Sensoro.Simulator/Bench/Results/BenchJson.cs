using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Simulator.Bench.Results;

/// <summary>
/// The JSON of results, and of what parent and child tell each other. A run too short for the clock of a process divides by
/// zero; its result is kept all the same.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(BenchResult))]
[JsonSerializable(typeof(LoadPlan))]
[JsonSerializable(typeof(LoadReport))]
internal sealed partial class BenchJson : JsonSerializerContext
{
    /// <summary>For files that people read and Git compares.</summary>
    public static BenchJson Indented { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<BenchKind>(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One line each.</summary>
    public static BenchJson Lines => Default;
}
