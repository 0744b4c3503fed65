using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>A pole, a wall or a bridge pier that leans a little, and more after something hit it.</summary>
internal sealed class TiltSensor(SeededRandom random) : Sensor
{
    private readonly Drift pitch = new(random.Branch(1), 0.8, TimeSpan.FromHours(6));
    private readonly Drift roll = new(random.Branch(2), 0.8, TimeSpan.FromHours(6));
    private readonly Episodes impacts = new(random.Branch(3), TimeSpan.FromHours(70), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
    private double leanPitch = random.Normal();
    private double leanRoll = random.Normal();
    private bool wasHit;

    public override Episodes Alarms => impacts;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var hit = impacts.At(at);
        if (hit && !wasHit)
        {
            leanPitch = Math.Clamp(leanPitch + random.Between(-4, 4), -20, 20);
            leanRoll = Math.Clamp(leanRoll + random.Between(-4, 4), -20, 20);
        }

        wasHit = hit;
        readings.Add(Reading.Number("pitch", leanPitch + pitch.At(at), 1));
        readings.Add(Reading.Number("roll", leanRoll + roll.At(at), 1));
        readings.Add(Reading.Flag("collision", hit));
    }
}
