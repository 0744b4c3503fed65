using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>A pole, a wall or a bridge pier that leans a little, and more after something hit it.</summary>
internal sealed class TiltSensor(SeededRandom random) : Sensor
{
    private readonly Drift _pitch = new(random.Branch(1), 0.8, TimeSpan.FromHours(6));
    private readonly Drift _roll = new(random.Branch(2), 0.8, TimeSpan.FromHours(6));
    private readonly Episodes _impacts = new(random.Branch(3), TimeSpan.FromHours(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
    private double _leanPitch = random.Normal();
    private double _leanRoll = random.Normal();
    private bool _wasHit;

    public override Episodes Alarms => _impacts;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var hit = _impacts.At(at);
        if (hit && !_wasHit)
        {
            _leanPitch = Math.Clamp(_leanPitch + random.Between(-4, 4), -20, 20);
            _leanRoll = Math.Clamp(_leanRoll + random.Between(-4, 4), -20, 20);
        }

        _wasHit = hit;
        readings.Add(Reading.Number("pitch", _leanPitch + _pitch.At(at), 1));
        readings.Add(Reading.Number("roll", _leanRoll + _roll.At(at), 1));
        readings.Add(Reading.Flag("collision", hit));
    }
}
