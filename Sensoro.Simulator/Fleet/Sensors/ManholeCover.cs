using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>A manhole cover that somebody may lift, above water that may rise.</summary>
internal sealed class ManholeCover(SeededRandom random) : Sensor
{
    private static readonly TimeSpan MeanQuiet = TimeSpan.FromHours(36);

    private readonly Episodes _lifted = new(random.Branch(1), MeanQuiet, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(15));
    private readonly Episodes _flooded = new(random.Branch(2), MeanQuiet * 2, TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(30));

    public override Episodes Alarms => _lifted;

    public override DateTimeOffset? NextEventAt => _lifted.ChangesAt < _flooded.ChangesAt ? _lifted.ChangesAt : _flooded.ChangesAt;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        readings.Add(Reading.Flag("cover", !_lifted.At(at)));
        readings.Add(Reading.Flag("level", _flooded.At(at)));
    }
}
