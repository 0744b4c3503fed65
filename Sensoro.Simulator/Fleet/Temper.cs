namespace Sensoro.Simulator.Fleet;

/// <summary>How reliable a device is.</summary>
internal enum Temper
{
    /// <summary>Reports on time, always.</summary>
    Steady,

    /// <summary>Falls silent for a few intervals, comes back, and does it again.</summary>
    Moody,

    /// <summary>Falls silent and never comes back.</summary>
    Leaver,
}
