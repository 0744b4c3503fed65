using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>The measuring part of a simulated device. Ask in the order of time.</summary>
internal abstract class Sensor
{
    /// <summary>What happens to this sensor now and then and counts as an alarm; null when it has no alarm of its own.</summary>
    public virtual Episodes? Alarms => null;

    /// <summary>When something will happen that a real device reports at once; null when nothing is ahead.</summary>
    public virtual DateTimeOffset? NextEventAt => Alarms?.ChangesAt;

    /// <summary>Appends what the sensor measures at <paramref name="at"/>.</summary>
    public abstract void Measure(DateTimeOffset at, ICollection<Reading> readings);
}
