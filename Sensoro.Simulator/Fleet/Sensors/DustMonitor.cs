using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>PM2.5 and PM10 beside a street: the city's haze and the traffic's share of it.</summary>
internal sealed class DustMonitor(SeededRandom random, Site site) : Sensor
{
    private readonly double traffic = random.Between(0.15, 0.6);
    private readonly double coarse = random.Between(1.35, 1.8);
    private readonly Drift gusts = new(random.Branch(1), 0.12, TimeSpan.FromMinutes(25));
    private readonly Drift dust = new(random.Branch(2), 0.06, TimeSpan.FromMinutes(40));

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var rush = DayCurve.RushHours(LocalTime.Hour(at)) * (LocalTime.IsWorkday(at) ? 1 : 0.4);
        var fine = site.Weather.FineDust(at) * (1 + (traffic * rush)) * Math.Exp(gusts.At(at));
        readings.Add(Reading.Number("pm2_5", Math.Clamp(fine, 2, 900)));
        readings.Add(Reading.Number("pm10", Math.Clamp(fine * coarse * Math.Exp(dust.At(at)), 3, 1_500)));
    }
}
