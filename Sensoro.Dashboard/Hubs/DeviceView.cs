namespace Sensoro.Dashboard.Hubs;

/// <summary>A device with its latest values.</summary>
public sealed record DeviceView : MapDevice
{
    /// <summary>Upload interval in seconds.</summary>
    public double? Interval { get; init; }

    public required long? LastSeenAt { get; init; }

    public required IReadOnlyList<ValueView> Values { get; init; }
}
