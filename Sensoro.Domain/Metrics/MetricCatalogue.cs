using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Sensoro.Domain.Metrics;

/// <summary>
/// The metrics SENSORO's devices are known to send, from the embedded <c>metrics.json</c>. Keys are case-sensitive. A metric that is
/// not listed is still accepted, stored and shown under its own name.
/// </summary>
public static class MetricCatalogue
{
    private const string ResourceName = "Sensoro.Domain.Metrics.metrics.json";

    private static readonly MetricDefinition[] Definitions = Load();
    private static readonly FrozenDictionary<string, MetricDefinition> ByKey = Definitions.ToFrozenDictionary(definition => definition.Key, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, MetricDefinition>.AlternateLookup<ReadOnlySpan<char>> ByText = ByKey.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestKey = Definitions.Max(definition => definition.Key.Length);

    public static IReadOnlyList<MetricDefinition> All => Definitions;

    public static MetricDefinition? Find(string key) => ByKey.GetValueOrDefault(key);

    public static bool TryFind(ReadOnlySpan<char> key, [NotNullWhen(true)] out MetricDefinition? definition) => ByText.TryGetValue(key, out definition);

    /// <summary>Finds a metric by its UTF-8 name without making a string of it.</summary>
    public static bool TryFind(ReadOnlySpan<byte> key, [NotNullWhen(true)] out MetricDefinition? definition)
    {
        Span<char> text = stackalloc char[LongestKey];
        if (key.Length <= text.Length && Ascii.ToUtf16(key, text, out var length) == System.Buffers.OperationStatus.Done)
        {
            return TryFind(text[..length], out definition);
        }

        definition = null;
        return false;
    }

    private static MetricDefinition[] Load()
    {
        using var stream = typeof(MetricCatalogue).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException("The metric catalogue is missing from the assembly.");
        var file = JsonSerializer.Deserialize(stream, MetricCatalogueJson.Default.MetricCatalogueFile)
            ?? throw new InvalidOperationException("The metric catalogue is empty.");
        return [.. file.Metrics.Select(entry => entry.ToDefinition())];
    }
}
