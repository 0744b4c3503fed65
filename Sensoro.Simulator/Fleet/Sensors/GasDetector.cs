using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>
/// A gas detector: methane or petroleum gas in a kitchen, carbon monoxide in a garage. Next to nothing most of the time, a steep
/// rise while something leaks and a slow airing afterwards.
/// </summary>
/// <param name="everyday">What cooking or traffic brings at the busiest hour, ppm.</param>
/// <param name="leak">Where a leak settles, ppm.</param>
internal sealed class GasDetector(SeededRandom random, string metric, double everyday, double leak) : Sensor
{
    private static readonly TimeSpan MeanQuiet = TimeSpan.FromHours(30);

    private readonly double _height = random.Between(0.5, 1.5) * leak;
    private readonly Relaxation _gas = new(TimeSpan.FromSeconds(80));
    private readonly Drift _noise = new(random.Branch(1), 0.5, TimeSpan.FromMinutes(10));
    private readonly Episodes _leaks = new(random.Branch(2), MeanQuiet, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(9));

    public override Episodes Alarms => _leaks;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var hour = LocalTime.Hour(at);
        var meals = Math.Max(DayCurve.Peak(hour, 11.8, 0.7), DayCurve.Peak(hour, 18.4, 0.9));
        var background = everyday * Math.Max(0, (0.15 + meals) * (1 + _noise.At(at)));
        readings.Add(Reading.Number(metric, _gas.Follow(_leaks.At(at) ? _height : background, at), metric == "co" ? 1 : 0));
    }
}
