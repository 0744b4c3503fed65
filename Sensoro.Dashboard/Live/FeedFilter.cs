namespace Sensoro.Dashboard.Live;

/// <summary>What a subscriber wants to hear of. Counts always come.</summary>
public sealed record FeedFilter
{
    /// <summary>Changes of all devices.</summary>
    public bool Fleet { get; init; }

    /// <summary>Changes of this device only.</summary>
    public string? Sn { get; init; }

    /// <summary>The readings that made a change, not only the state they led to.</summary>
    public bool Readings { get; init; }

    public bool Messages { get; init; }

    public bool Tasks { get; init; }

    public static FeedFilter CountsOnly { get; } = new();

    internal bool Wants(string sn) => Fleet || string.Equals(Sn, sn, StringComparison.Ordinal);
}
