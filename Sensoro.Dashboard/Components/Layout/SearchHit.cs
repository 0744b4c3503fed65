using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>One result of the header's search.</summary>
/// <param name="Title">What was found.</param>
/// <param name="Detail">What tells it apart.</param>
/// <param name="Href">Where it is shown.</param>
/// <param name="Status">The state, when it is a device.</param>
/// <param name="IsTask">A task result, as opposed to a message.</param>
internal sealed record SearchHit(string Title, string Detail, string Href, DeviceStatus? Status, bool IsTask = false);
