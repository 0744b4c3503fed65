using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>
/// A node in the ground of a parking place: the steel of a car bends the earth's magnetic field, the ground trembles a little
/// when one moves, and it is dark underneath.
/// </summary>
internal sealed class ParkingNode(SeededRandom random, Site site) : Sensor
{
    private readonly Episodes _parked = new(random.Branch(1), TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(90))
    {
        Possible = static at => LocalTime.Hour(at) is > 7 and < 23,
    };

    private readonly Drift _tremor = new(random.Branch(2), 0.03, TimeSpan.FromSeconds(20));
    private readonly double _carEast = random.Between(-60, 60);
    private readonly double _carDown = random.Between(20, 90);
    private bool _wasParked;

    public override DateTimeOffset? NextEventAt => _parked.ChangesAt;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var car = _parked.At(at);
        var moving = car != _wasParked ? 1 : 0;
        _wasParked = car;
        var shake = _tremor.At(at);

        readings.Add(Reading.Vector("magnetic", (car ? _carEast : 0) + (8 * shake), 29 + (4 * shake), 44 + (car ? _carDown : 0)));
        readings.Add(Reading.Vector("accelerometer", shake, -shake * 0.6, 1 + (moving * random.Between(0.02, 0.2))));
        readings.Add(Reading.Vector("gyro", moving * random.Between(-3, 3), shake * 4, moving * random.Between(-2, 2)));
        readings.Add(Reading.Number("light", site.Weather.Daylight(at) * (car ? 0.004 : 0.8)));
    }
}
