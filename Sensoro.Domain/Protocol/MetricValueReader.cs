using System.Text;
using System.Text.Json;
using Sensoro.Domain.Metrics;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// Reads one value of the readings object. Zero and false are readings; null is the absence of one; what cannot be the metric is
/// <see cref="MetricValue.Invalid"/>. Metrics the catalogue does not know keep whatever shape they came in.
/// </summary>
internal static class MetricValueReader
{
    /// <summary>Reads the value <paramref name="json"/> stands on and leaves it on the value's last token.</summary>
    /// <returns>Null for JSON null.</returns>
    public static MetricValue? Read(ref Utf8JsonReader json, ReadOnlySpan<byte> source, MetricDefinition? definition)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return definition?.Kind switch
        {
            null => ReadUnknown(ref json, source),
            MetricKind.Number => ReadNumber(ref json),
            MetricKind.Bool => ReadState(ref json, definition.IsInverted),
            MetricKind.Vector3 => ReadVector(ref json, definition),
            MetricKind.Position => PositionReader.Read(ref json),
            MetricKind.Text => MetricValue.OfText(RawText(ref json, source)),
            _ => throw new ArgumentOutOfRangeException(nameof(definition), definition.Kind, "Not a metric kind."),
        };
    }

    private static MetricValue ReadUnknown(ref Utf8JsonReader json, ReadOnlySpan<byte> source) => json.TokenType switch
    {
        JsonTokenType.True or JsonTokenType.False => MetricValue.Flag(json.GetBoolean()),
        JsonTokenType.Number => Finite(in json),
        JsonTokenType.String => ReadUnknownText(json.GetString() ?? ""),
        _ => MetricValue.OfJson(RawText(ref json, source)),
    };

    private static MetricValue ReadUnknownText(string text) =>
        JsonNumber.TryParse(text, out var number) ? MetricValue.Number(number) : MetricValue.OfText(text);

    private static MetricValue ReadNumber(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Number => Finite(in json),
        JsonTokenType.String => JsonNumber.TryParse(json.GetString(), out var number) ? MetricValue.Number(number) : MetricValue.Invalid,
        JsonTokenType.True or JsonTokenType.False => MetricValue.Flag(json.GetBoolean()),
        _ => Refuse(ref json),
    };

    private static MetricValue ReadState(ref Utf8JsonReader json, bool inverted)
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return MetricValue.State(json.GetBoolean() != inverted);
        }

        return JsonNumber.TryRead(in json, out var number) ? MetricValue.State((number != 0) != inverted, number) : Refuse(ref json);
    }

    private static MetricValue ReadVector(ref Utf8JsonReader json, MetricDefinition definition)
    {
        // The documents show a vector; SENSORO's own app shows a boolean under the same key.
        if (definition.Key == "magnetic" && json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return MetricValue.Flag(json.GetBoolean());
        }

        return json.TokenType == JsonTokenType.StartObject ? ReadAxes(ref json) : Refuse(ref json);
    }

    private static MetricValue ReadAxes(ref Utf8JsonReader json)
    {
        Span<double> axes = [double.NaN, double.NaN, double.NaN];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var axis = AxisOf(in json);
            json.Read();
            if (axis >= 0)
            {
                axes[axis] = JsonNumber.TryRead(in json, out var number) ? number : double.NaN;
            }

            json.Skip();
        }

        var isComplete = !double.IsNaN(axes[0]) && !double.IsNaN(axes[1]) && !double.IsNaN(axes[2]);
        return isComplete ? MetricValue.Vector(axes[0], axes[1], axes[2]) : MetricValue.Invalid;
    }

    private static int AxisOf(ref readonly Utf8JsonReader name)
    {
        if (name.ValueTextEquals("x"u8))
        {
            return 0;
        }

        if (name.ValueTextEquals("y"u8))
        {
            return 1;
        }

        return name.ValueTextEquals("z"u8) ? 2 : -1;
    }

    private static MetricValue Finite(ref readonly Utf8JsonReader json) =>
        JsonNumber.TryRead(in json, out var number) ? MetricValue.Number(number) : MetricValue.Invalid;

    private static MetricValue Refuse(ref Utf8JsonReader json)
    {
        json.Skip();
        return MetricValue.Invalid;
    }

    private static string RawText(ref Utf8JsonReader json, ReadOnlySpan<byte> source)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return json.GetString() ?? "";
        }

        var start = (int)json.TokenStartIndex;
        json.Skip();
        return Encoding.UTF8.GetString(source[start..(int)json.BytesConsumed]);
    }
}
