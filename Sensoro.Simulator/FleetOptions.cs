using System.Globalization;

namespace Sensoro.Simulator;

/// <summary>What a fleet sends, where to and how much goes wrong on the way. Percentages are of the devices' reports.</summary>
public sealed record FleetOptions
{
    /// <summary>The address pushes are posted to.</summary>
    public required Uri Url { get; init; }

    /// <summary>The text that enters the signature: what a customer would have registered at SENSORO, to the letter.</summary>
    public required string SignUrl { get; init; }

    public required string AppId { get; init; }

    /// <summary>43 characters of base64.</summary>
    public required string AppKey { get; init; }

    public required string AppSecret { get; init; }

    /// <summary>Number of devices.</summary>
    public int Devices { get; init; } = 200;

    /// <summary>Reports of the whole fleet per second; the devices' upload intervals follow from it.</summary>
    public double RatePerSecond { get; init; } = 5;

    public PushMode Mode { get; init; } = PushMode.Mixed;

    /// <summary>Pushes delivered a second time although they were acknowledged.</summary>
    public double DuplicatesPercent { get; init; }

    /// <summary>Pushes that arrive long after the device made them.</summary>
    public double LatePercent { get; init; }

    /// <summary>Pushes that arrive after the next one of the same device.</summary>
    public double OutOfOrderPercent { get; init; }

    /// <summary>Additional deliveries with a nonce an hour old, which a receiver must refuse.</summary>
    public double OldNoncePercent { get; init; }

    /// <summary>Additional pushes that a receiver must refuse: cut JSON, a wrong signature, garbage, the wrong key.</summary>
    public double BrokenPercent { get; init; }

    /// <summary>Additional task events.</summary>
    public double TasksPercent { get; init; } = 1;

    /// <summary>Between two deliveries of a push that was not acknowledged.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a delivery may take before it counts as not acknowledged.</summary>
    public TimeSpan DeliveryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Deliveries under way at the same time, at most.</summary>
    public int Connections { get; init; } = 32;

    /// <summary>The same seed at the same time gives the same pushes, apart from the random filler of encrypted ones.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long the fleet lives; null: until it is cancelled.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How much of a past is sent before the fleet goes live; zero: none.</summary>
    public TimeSpan History { get; init; }

    /// <summary>Most pushes of that past, roughly; a longer past or a larger fleet is thinned more.</summary>
    public int HistoryLimit { get; init; } = 10_000;

    /// <summary>How fast that past is sent beside the present; null: as fast as it is answered.</summary>
    public double? HistoryPerSecond { get; init; }

    /// <summary>A record would print all its members, and with them the secrets.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Devices} devices, {RatePerSecond} reports a second, {Mode}");
}
