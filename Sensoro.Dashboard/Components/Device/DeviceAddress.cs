using Microsoft.AspNetCore.Components;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>
/// Addresses of the device page. A serial number is any text: it is escaped going out and taken from the raw address coming
/// in, because routing decodes a slash and a percent sign differently from everything else.
/// </summary>
internal static class DeviceAddress
{
    private const string Root = "/devices/";

    public static string Of(string sn) => Root + Uri.EscapeDataString(sn);

    /// <summary>A tab of the device's page; the first tab is the plain address.</summary>
    public static string Of(string sn, DeviceTab tab) => tab == DeviceTab.Now ? Of(sn) : $"{Of(sn)}?tab={Text(tab)}";

    /// <summary>The serial number in an address like <c>https://host/devices/A%2FB?tab=now</c> or <c>https://host/d/A</c>.</summary>
    public static string SnIn(NavigationManager navigation)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri);
        var end = path.AsSpan().IndexOfAny('?', '#');
        path = end < 0 ? path : path[..end];
        var start = path.IndexOf('/', StringComparison.Ordinal);
        return start < 0 ? "" : Uri.UnescapeDataString(path[(start + 1)..].TrimEnd('/'));
    }

    public static string Text(DeviceTab tab) => tab switch
    {
        DeviceTab.Now => "now",
        DeviceTab.History => "history",
        DeviceTab.Tasks => "tasks",
        DeviceTab.Messages => "messages",
        DeviceTab.Map => "map",
    };

    /// <summary>The tab an address names; the first one when it names none that exists.</summary>
    public static DeviceTab TabOf(string? text) =>
        Enum.GetValues<DeviceTab>().FirstOrDefault(tab => string.Equals(Text(tab), text, StringComparison.OrdinalIgnoreCase));
}
