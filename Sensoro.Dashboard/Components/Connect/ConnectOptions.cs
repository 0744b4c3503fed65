namespace Sensoro.Dashboard.Components.Connect;

/// <summary>What the pages say of the connection to SENSORO; filled from the webhook's own configuration when the program is put together.</summary>
public sealed class ConnectOptions
{
    /// <summary>The exact texts of the webhook address that signatures are checked against; the first is the one to paste.</summary>
    public IReadOnlyList<string> WebhookUrls { get; set; } = ["http://localhost:5080/webhook"];

    /// <summary>The applications that the configuration names: shown, not changed.</summary>
    public IReadOnlyList<ConfiguredApplication> Applications { get; set; } = [];

    /// <summary>A component that starts and stops the demo fleet; null when the program runs without one.</summary>
    public Type? DemoSwitch { get; set; }
}
