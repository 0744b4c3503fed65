using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>One push as the overview shows it: who, when and the two values that say most.</summary>
public sealed record RecentPush
{
    private const int MaxValues = 2;
    private const string TamperMetric = "installed";

    public required long MessageId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The device that reported; null for a task result.</summary>
    public string? Sn { get; init; }

    public string? Name { get; init; }

    public string? DeviceType { get; init; }

    public IReadOnlyList<LatestValue> Values { get; init; } = [];

    /// <summary>The result, when the push was about a task.</summary>
    public TaskResult? Task { get; init; }

    /// <summary>The newest push of a device.</summary>
    public static RecentPush Of(DeviceSnapshot device) => new()
    {
        MessageId = device.LastMessageId,
        ReceivedAt = device.LastSeenAt,
        Sn = device.Sn,
        Name = device.Name,
        DeviceType = device.DeviceType,
        Values = Said(device),
    };

    public static RecentPush Of(TaskResult task) => new() { MessageId = task.MessageId, ReceivedAt = task.ReceivedAt, Task = task };

    /// <summary>
    /// What came with the newest push. Where the device is, how it lies and that it still hangs on its mount say little in a row of
    /// text: only when there is nothing else.
    /// </summary>
    private static LatestValue[] Said(DeviceSnapshot device)
    {
        var fresh = device with { Latest = [.. device.Latest.Where(value => value.MessageId == device.LastMessageId)] };
        var all = KeyValues.Of(fresh, fresh.Latest.Count).ToArray();
        var telling = all.Where(static value => KeyValues.IsWrong(value) || !IsBackground(value)).Take(MaxValues).ToArray();
        return telling.Length > 0 ? telling : [.. all.Take(1)];
    }

    private static bool IsBackground(LatestValue value) => value is { Value.Kind: MetricValueKind.Position or MetricValueKind.Vector } or { Metric: TamperMetric };
}
