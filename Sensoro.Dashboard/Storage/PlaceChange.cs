using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>Where staff say a device is; null gives the word back to the device, whose next fix places it.</summary>
public sealed record PlaceChange(DevicePosition? Position);
