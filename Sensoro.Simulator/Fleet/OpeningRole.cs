namespace Sensoro.Simulator.Fleet;

/// <summary>Which part the alarm of a kind of device can play in the first minute of a fleet.</summary>
internal enum OpeningRole
{
    /// <summary>None: it has no alarm, or one that does not show at once.</summary>
    None,

    /// <summary>An alarm that is over in minutes, such as smoke.</summary>
    Passing,

    /// <summary>An alarm that may well last until somebody comes, such as an open manhole.</summary>
    Lasting,
}
