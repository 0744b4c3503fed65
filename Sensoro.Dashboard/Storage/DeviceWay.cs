namespace Sensoro.Dashboard.Storage;

/// <summary>How the devices of a list are found.</summary>
internal enum DeviceWay
{
    /// <summary>All that fit, then sorted: for few.</summary>
    Gather,

    /// <summary>In the order of the list, leaving out those that do not fit, until the page is full: for many.</summary>
    Walk,
}
