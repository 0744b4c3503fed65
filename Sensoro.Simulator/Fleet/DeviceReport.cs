namespace Sensoro.Simulator.Fleet;

/// <summary>What one device measured at one moment: the content of one sensor push.</summary>
/// <param name="Interval">How far apart the device's regular reports are.</param>
internal sealed record DeviceReport(string Sn, string DeviceType, DateTimeOffset At, TimeSpan Interval, IReadOnlyList<Reading> Readings);
