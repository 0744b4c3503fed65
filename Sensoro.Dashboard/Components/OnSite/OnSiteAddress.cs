namespace Sensoro.Dashboard.Components.OnSite;

/// <summary>Addresses of the page for the person in front of the device: short enough to be typed on a phone.</summary>
internal static class OnSiteAddress
{
    public const string Root = "/d";

    /// <summary>The field of the form that asks for another SN.</summary>
    public const string Field = "sn";

    public static string Of(string sn) => $"{Root}/{Uri.EscapeDataString(sn)}";
}
