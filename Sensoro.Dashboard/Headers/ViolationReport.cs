using System.Text.Json;

namespace Sensoro.Dashboard.Headers;

/// <summary>What a browser says the content security policy has stopped. All of it is a stranger's text.</summary>
/// <param name="Directive">The part of the policy.</param>
/// <param name="Blocked">What was not loaded or not run.</param>
/// <param name="Page">Where, without the query, which may hold what somebody looked for.</param>
internal sealed record ViolationReport(string Directive, string Blocked, string Page)
{
    private const int MaxLength = 200;

    /// <summary>Null when it is not a report.</summary>
    public static ViolationReport? TryRead(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("csp-report", out var report) && report.ValueKind == JsonValueKind.Object
            ? new(Text(report, "effective-directive"), Text(report, "blocked-uri"), Text(report, "document-uri").Split('?', '#')[0])
            : null;

    private static string Text(JsonElement report, string name) =>
        report.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Shortened(value.GetString() ?? "") : "";

    private static string Shortened(string text) => text.Length <= MaxLength ? text : text[..MaxLength];
}
