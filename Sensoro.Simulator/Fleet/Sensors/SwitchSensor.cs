using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>A sensor with one yes-or-no reading: smoke, a leak, a door. It reports the moment the state changes.</summary>
/// <param name="whenActive">What the device sends during an episode; it sends <paramref name="whenQuiet"/> otherwise.</param>
internal sealed class SwitchSensor(Episodes episodes, Reading whenActive, Reading whenQuiet) : Sensor
{
    public override Episodes Alarms => episodes;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings) =>
        readings.Add(episodes.At(at) ? whenActive : whenQuiet);
}
