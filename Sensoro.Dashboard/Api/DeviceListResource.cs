namespace Sensoro.Dashboard.Api;

/// <param name="Items">The devices of this page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record DeviceListResource(IReadOnlyList<DeviceResource> Items, int Total);
