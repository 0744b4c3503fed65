using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>
/// What <c>resultData</c> says, in a few words. SENSORO describes its content nowhere: a reason and an interval are known by their
/// names, anything else is shown as it was sent.
/// </summary>
public static class TaskMessage
{
    private const int Longest = 300;
    private const double LongestIntervalSeconds = 366 * 86_400;

    private static readonly string[] ReasonNames = ["reason", "message", "msg", "error"];
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null when there is nothing to say.</summary>
    public static string? Of(string? resultData, IStringLocalizer texts, CultureInfo culture)
    {
        if (string.IsNullOrWhiteSpace(resultData))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(resultData);
            return Shortened(Words(json.RootElement, texts, culture));
        }
        catch (JsonException)
        {
            return Shortened(resultData.Trim());
        }
    }

    private static string? Words(JsonElement json, IStringLocalizer texts, CultureInfo culture) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Object => OfObject(json, texts, culture),
        _ => JsonSerializer.Serialize(json, Compact),
    };

    private static string? OfObject(JsonElement json, IStringLocalizer texts, CultureInfo culture)
    {
        if (json.GetPropertyCount() == 0)
        {
            return null;
        }

        string[] words = [.. new[] { Reason(json), Interval(json, texts, culture) }.OfType<string>()];
        return words.Length > 0 ? string.Join(" · ", words) : JsonSerializer.Serialize(json, Compact);
    }

    private static string? Reason(JsonElement json) => ReasonNames
        .Select(name => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static string? Interval(JsonElement json, IStringLocalizer texts, CultureInfo culture) =>
        json.TryGetProperty("interval", out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds) && seconds is > 0 and < LongestIntervalSeconds
            ? texts["IntervalTo", Durations.Interval(TimeSpan.FromSeconds(seconds), culture)].Value
            : null;

    private static string? Shortened(string? text) => text is { Length: > Longest } ? text[..Longest] + "…" : text;
}
