namespace Sensoro.Dashboard.Webhook;

/// <summary>The address pushes are posted to. Nothing on their way looks at languages, cookies or who somebody is.</summary>
internal static class WebhookRoute
{
    public const string Path = "/webhook";

    public static bool IsPush(HttpRequest request) => request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase);
}
