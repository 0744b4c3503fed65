namespace Sensoro.Dashboard.Webhook;

/// <summary>The address pushes are posted to. Nothing on their way looks at languages, cookies or who somebody is.</summary>
internal static class WebhookRoute
{
    public const string Path = "/webhook";

    /// <summary>Every spelling that routing takes for it.</summary>
    public static bool IsPush(HttpRequest request) => request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase, out var rest) && rest.Value is null or "" or "/";
}
