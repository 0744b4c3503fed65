using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>PM2.5 and PM10 beside a street: the city's haze and the traffic's share of it.</summary>
internal sealed class DustMonitor(SeededRandom random, Site site) : Sensor
{
    private readonly double _traffic = random.Between(0.15, 0.6);
    private readonly double _coarse = random.Between(1.35, 1.8);
    private readonly Drift _gusts = new(random.Branch(1), 0.12, TimeSpan.FromMinutes(25));
    private readonly Drift _dust = new(random.Branch(2), 0.06, TimeSpan.FromMinutes(40));

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var rush = DayCurve.RushHours(LocalTime.Hour(at)) * (LocalTime.IsWorkday(at) ? 1 : 0.4);
        var fine = site.Weather.FineDust(at) * (1 + (_traffic * rush)) * Math.Exp(_gusts.At(at));
        readings.Add(Reading.Number("pm2_5", Math.Clamp(fine, 2, 900)));
        readings.Add(Reading.Number("pm10", Math.Clamp(fine * _coarse * Math.Exp(_dust.At(at)), 3, 1_500)));
    }
}
