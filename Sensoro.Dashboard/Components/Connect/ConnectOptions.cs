namespace Sensoro.Dashboard.Components.Connect;

/// <summary>What staff have to enter at SENSORO; filled from the webhook's own configuration when the program is put together.</summary>
public sealed class ConnectOptions
{
    /// <summary>The exact texts of the webhook address that signatures are checked against; the first is the one to paste.</summary>
    public IReadOnlyList<string> WebhookUrls { get; set; } = ["http://localhost:5080/webhook"];
}
