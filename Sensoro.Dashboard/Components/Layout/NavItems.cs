using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>The pages that the navigation names, in its order.</summary>
internal static class NavItems
{
    public static IReadOnlyList<(string Href, string TextKey, IconName Icon)> All { get; } =
    [
        ("/", "Overview", IconName.Overview),
        ("/map", "Map", IconName.Map),
        ("/devices", "Devices", IconName.Devices),
        ("/tasks", "Tasks", IconName.Tasks),
        ("/messages", "Messages", IconName.Messages),
    ];
}
