using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>A saved view as the page understands it.</summary>
/// <param name="View">What is stored.</param>
/// <param name="Choice">What its query says, read once.</param>
public sealed record SavedViewLink(SavedView View, DeviceListChoice Choice)
{
    public static SavedViewLink Of(SavedView view) => new(view, DeviceListChoice.Parse(view.Query));
}
