using System.Text.Json;
using System.Text.Json.Serialization;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Api;

/// <summary>Writes a value the way the API promises: number, state object, boolean, x/y/z, position or null, text, or the JSON itself.</summary>
internal sealed class MetricValueConverter : JsonConverter<MetricValue>
{
    public override MetricValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The API only reads out values.");

    public override void Write(Utf8JsonWriter writer, MetricValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case MetricValueKind.Number:
                writer.WriteNumberValue(value.X);
                break;
            case MetricValueKind.State:
                WriteState(writer, value);
                break;
            case MetricValueKind.Flag:
                writer.WriteBooleanValue(value.Active);
                break;
            case MetricValueKind.Vector:
                WriteObject(writer, ("x", value.X), ("y", value.Y), ("z", value.Z));
                break;
            case MetricValueKind.Position:
                WriteObject(writer, ("lon", value.X), ("lat", value.Y));
                break;
            case MetricValueKind.Text:
                writer.WriteStringValue(value.Text);
                break;
            case MetricValueKind.Json:
                writer.WriteRawValue(value.Text ?? "null");
                break;
            case MetricValueKind.NoFix or MetricValueKind.Invalid:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteState(Utf8JsonWriter writer, MetricValue value)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("active", value.Active);
        if (value.HasNumber)
        {
            writer.WriteNumber("number", value.X);
        }

        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, params ReadOnlySpan<(string Name, double Value)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WriteNumber(name, value);
        }

        writer.WriteEndObject();
    }
}
