using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>The pages that the navigation names, in its order.</summary>
internal static class NavItems
{
    /// <summary>Each with the letter that goes there after <c>g</c>.</summary>
    public static IReadOnlyList<(string Href, string TextKey, IconName Icon, char Letter)> All { get; } =
    [
        ("/", "Overview", IconName.Overview, 'o'),
        ("/map", "Map", IconName.Map, 'm'),
        ("/devices", "Devices", IconName.Devices, 'd'),
        ("/tasks", "Tasks", IconName.Tasks, 't'),
        ("/messages", "Messages", IconName.Messages, 's'),
        ("/explore", "Explore", IconName.Explore, 'e'),
        ("/connect", "Connect", IconName.Link, 'c'),
        ("/system", "System", IconName.System, 'y'),
    ];

    /// <summary>A phone has room for four and a way to the rest.</summary>
    public static IReadOnlyList<(string Href, string TextKey, IconName Icon, char Letter)> OnPhones { get; } =
        [.. All.Where(static item => item.Href is "/" or "/map" or "/devices" or "/messages")];

    public static IReadOnlyList<(string Href, string TextKey, IconName Icon, char Letter)> Rest { get; } = [.. All.Except(OnPhones)];
}
