namespace Sensoro.Dashboard.Components.Zone;

/// <summary>In whose time a reader wants to read.</summary>
internal enum ZoneChoice
{
    /// <summary>That of the reader's own device.</summary>
    Browser,

    /// <summary>That of the place the devices are at.</summary>
    Site,
    Utc,
}
