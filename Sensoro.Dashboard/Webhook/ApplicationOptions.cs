namespace Sensoro.Dashboard.Webhook;

/// <summary>The keys of one SENSORO push service.</summary>
public sealed class ApplicationOptions
{
    public string Name { get; set; } = "";

    public string AppId { get; set; } = "";

    public string AppKey { get; set; } = "";

    public string AppSecret { get; set; } = "";

    /// <summary>Accepted too, while the key is rotated.</summary>
    public string? PreviousAppKey { get; set; }

    /// <summary>Accepted too, while the secret is rotated.</summary>
    public string? PreviousAppSecret { get; set; }
}
