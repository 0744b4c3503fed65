using System.Text.Json;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// The secret part of a sensor push is the readings themselves. A copy wrapped once more, <c>{"data":{…}}</c>, is not documented but
/// would be unmistakable, so it is taken apart when met.
/// </summary>
internal static class ContentWrapping
{
    /// <returns>The inner object of a lone <c>data</c> member, or else <paramref name="content"/> itself.</returns>
    public static ReadOnlySpan<byte> Remove(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return content;
        }

        var json = new Utf8JsonReader(content);
        json.Read();
        json.Read();
        if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("data"u8))
        {
            return content;
        }

        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return content;
        }

        var start = (int)json.TokenStartIndex;
        json.Skip();
        var end = (int)json.BytesConsumed;
        json.Read();
        return json.TokenType == JsonTokenType.EndObject ? content[start..end] : content;
    }
}
