namespace Sensoro.Dashboard.Webhook;

/// <summary>What SENSORO sends and how it is verified; configuration section <c>Sensoro</c>.</summary>
public sealed class SensoroOptions
{
    public const string Section = "Sensoro";
    public const string DefaultWebhookUrl = "http://localhost:5080/webhook";

    /// <summary>One entry per push service.</summary>
    public IList<ApplicationOptions> Applications { get; } = [];

    /// <summary>The exact texts registered at SENSORO: the only URLs that enter a signature.</summary>
    public IList<string> WebhookUrls { get; } = [];

    /// <summary>The registered texts, or the one that holds when none is configured.</summary>
    internal IReadOnlyList<string> EffectiveWebhookUrls => WebhookUrls.Count > 0 ? [.. WebhookUrls] : [DefaultWebhookUrl];

    /// <summary>How far the nonce may be from our clock, either way.</summary>
    public TimeSpan NonceTolerance { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Accept pushes that carry none of the three headers. Every page warns while this is on.</summary>
    public bool AllowUnsigned { get; set; }

    public int MaxBodyBytes { get; set; } = 1_048_576;
}
