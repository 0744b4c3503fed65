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
        ("/system", "System", IconName.System),
    ];

    /// <summary>A phone has room for four and a way to the rest.</summary>
    public static IReadOnlyList<(string Href, string TextKey, IconName Icon)> OnPhones { get; } =
        [.. All.Where(static item => item.Href is "/" or "/map" or "/devices" or "/messages")];

    public static IReadOnlyList<(string Href, string TextKey, IconName Icon)> Rest { get; } = [.. All.Except(OnPhones)];
}
