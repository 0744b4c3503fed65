using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>A part of a list that stands together in its order.</summary>
/// <param name="Status">The devices in one state; null for all that the filter lets through.</param>
/// <param name="Type">The devices of one type, empty for those that name none; null for all that the filter lets through.</param>
/// <param name="Count">How many there are before search and battery are looked at.</param>
internal sealed record DeviceGroup(DeviceStatus? Status, string? Type, int Count)
{
    /// <summary>The list as a whole.</summary>
    public static DeviceGroup Whole { get; } = new(null, null, int.MaxValue);

    public DeviceWay Way => Count <= DeviceSelection.Few ? DeviceWay.Gather : DeviceWay.Walk;
}
