using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// <see cref="Utf8JsonReader"/> for text from outside: faults are values instead of exceptions, and lone surrogate escapes, which
/// the plain reader lets through until <c>GetString</c> throws, are found at once. The text must be valid UTF-8.
/// </summary>
internal ref struct StrictJsonReader(ReadOnlySpan<byte> json)
{
    /// <summary>As deep as the platform's own readers go.</summary>
    public const int MaxDepth = 64;

    // One level more than allowed, so that the 65th is told apart from broken text.
    private Utf8JsonReader _json = new(json, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });

    public JsonFault Fault { get; private set; }

    /// <summary>The reader at the present token, for its values. Move on only with <see cref="Read"/> and <see cref="Skip"/>.</summary>
    [UnscopedRef]
    public ref readonly Utf8JsonReader Token => ref _json;

    public readonly JsonTokenType TokenType => _json.TokenType;

    /// <summary>Moves to the next token; false at the end of the text and after a fault.</summary>
    public bool Read()
    {
        if (Fault != JsonFault.None)
        {
            return false;
        }

        try
        {
            if (!_json.Read())
            {
                return false;
            }
        }
        catch (JsonException)
        {
            Fault = JsonFault.Malformed;
            return false;
        }

        Fault = Inspect();
        return Fault == JsonFault.None;
    }

    /// <summary>Moves from the start of a value to its end; stays on a value of one token.</summary>
    public void Skip()
    {
        if (TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = _json.CurrentDepth;
        while (Read() && _json.CurrentDepth > depth)
        {
            // every token on the way is inspected
        }
    }

    /// <summary>Reads what is left, so that nothing follows the one value unseen.</summary>
    public JsonFault ReadToEnd()
    {
        while (Read())
        {
            // every token on the way is inspected
        }

        return Fault;
    }

    private readonly JsonFault Inspect() => _json.TokenType switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray when _json.CurrentDepth >= MaxDepth => JsonFault.TooDeep,
        JsonTokenType.String or JsonTokenType.PropertyName when _json.ValueIsEscaped && SurrogateEscapes.HasLone(_json.ValueSpan) => JsonFault.LoneSurrogate,
        _ => JsonFault.None,
    };
}
