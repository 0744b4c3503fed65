using System.Text.Json;
using Sensoro.Domain.Metrics;

namespace Sensoro.Domain.Protocol;

/// <summary>Reads the readings object of a sensor push. A value that cannot be its metric spoils only itself.</summary>
internal static class MeasurementReader
{
    /// <param name="content">One JSON object that has passed <see cref="StrictJsonReader"/>, or nothing.</param>
    public static IReadOnlyList<Measurement> Read(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return [];
        }

        var found = new MeasurementList();
        var json = new Utf8JsonReader(content);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = ReadKey(in json, out var definition);
            json.Read();
            found.Set(key, definition, MetricValueReader.Read(ref json, content, definition));
        }

        return found.ToReadOnly();
    }

    private static string ReadKey(ref readonly Utf8JsonReader name, out MetricDefinition? definition)
    {
        if (!name.ValueIsEscaped && MetricCatalogue.TryFind(name.ValueSpan, out definition))
        {
            return definition.Key;
        }

        var key = name.GetString() ?? "";
        definition = MetricCatalogue.Find(key);
        return key;
    }
}
