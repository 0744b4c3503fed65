using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>The text of a push as people can read it: indented when it is JSON, as it is when not.</summary>
/// <param name="Text">What to show.</param>
/// <param name="IsCut">There is more than is shown.</param>
public sealed record MessageText(string Text, bool IsCut)
{
    /// <summary>Longer texts are cut: nobody reads them on a page, and they would travel over the circuit.</summary>
    public const int MaxLength = 64 * 1024;

    // Chinese stays Chinese. The text is escaped once more when it is rendered.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static MessageText Of(ReadOnlyMemory<byte> bytes)
    {
        var text = bytes.Length > MaxLength ? Plain(bytes[..MaxLength]) : TryIndent(bytes) ?? Plain(bytes);
        return text.Length > MaxLength ? new MessageText(text[..MaxLength], IsCut: true) : new MessageText(text, bytes.Length > MaxLength);
    }

    private static string Plain(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>Every digit of a number is kept as it was sent.</summary>
    private static string? TryIndent(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, Indented))
            {
                document.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
