namespace Sensoro.Dashboard.Hubs;

/// <summary>The groups of the hub.</summary>
internal static class HubGroups
{
    public const string Fleet = "fleet";
    public const string Messages = "messages";

    public static string Device(string sn) => "device:" + sn;
}
