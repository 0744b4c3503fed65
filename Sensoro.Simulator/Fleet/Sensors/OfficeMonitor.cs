using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>Air and light of an office: people bring carbon dioxide and switch the lamps on.</summary>
internal sealed class OfficeMonitor(SeededRandom random, Site site) : Sensor
{
    /// <summary>Carbon dioxide of the open air, ppm.</summary>
    private const double FreshAir = 425;

    private readonly double _crowd = random.Between(350, 950);
    private readonly double _lamps = random.Between(280, 520);
    private readonly double _window = random.Between(0.001, 0.004);
    private readonly double _comfort = random.Between(20.5, 23.5);
    private readonly Relaxation _air = new(TimeSpan.FromMinutes(35));
    private readonly Drift _bustle = new(random.Branch(1), 0.12, TimeSpan.FromMinutes(40));
    private readonly Drift _warmth = new(random.Branch(2), 0.4, TimeSpan.FromMinutes(50));

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var hour = LocalTime.Hour(at);
        var presence = DayCurve.Plateau(hour, 8.7, 18.6) * (LocalTime.IsWorkday(at) ? 1 : 0.06);
        var people = Math.Max(0, presence * (1 - (0.45 * DayCurve.Peak(hour, 12.6, 0.5))) * (1 + _bustle.At(at)));
        var light = (_lamps * Math.Min(1, presence * 1.6)) + (_window * site.Weather.Daylight(at));

        readings.Add(Reading.Number("co2", Math.Clamp(_air.Follow(FreshAir + (_crowd * people), at), 400, 4_800)));
        readings.Add(Reading.Number("light", light));
        readings.Add(Reading.Number("temperature", _comfort + (1.6 * presence) + _warmth.At(at), 1));
    }
}
