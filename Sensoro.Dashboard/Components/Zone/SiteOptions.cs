namespace Sensoro.Dashboard.Components.Zone;

/// <summary>What is true of the place the devices are at; configuration section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>IANA name of the site's time zone; empty for that of this machine.</summary>
    public string TimeZone { get; set; } = "";
}
