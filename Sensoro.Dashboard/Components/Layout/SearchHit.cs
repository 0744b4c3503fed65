using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>One result of the header's search.</summary>
/// <param name="Number">SN, taskId or msgId.</param>
/// <param name="Href">Where it is shown.</param>
/// <param name="At">When it was last heard of.</param>
public sealed record SearchHit(string Number, string Href, DateTimeOffset At)
{
    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>The type of a device, or the device of a task or message; null when not known.</summary>
    public string? Detail { get; init; }

    /// <summary>The state, when it is a device.</summary>
    public DeviceStatus? Status { get; init; }
}
