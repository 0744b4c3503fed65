using System.Text;
using System.Text.Json;

namespace Sensoro.Domain.Protocol;

/// <summary>Reads one-token JSON values as the text they were sent as.</summary>
internal static class JsonScalar
{
    /// <summary>
    /// A string's text, or the exact digits of a number: identifiers are numbers in one push and text in the next, and a number above
    /// 2^53 would lose its last digits. Null for JSON null, objects and arrays.
    /// </summary>
    public static string? Text(ref readonly Utf8JsonReader value) => value.TokenType switch
    {
        JsonTokenType.String => value.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(value.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };
}
