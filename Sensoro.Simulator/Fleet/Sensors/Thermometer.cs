using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>Outdoor temperature and humidity.</summary>
internal sealed class Thermometer(SeededRandom random, Site site) : Sensor
{
    // A wall, a tree, a yard: each spot departs a little from the city's weather, and slowly changes its mind.
    private readonly Drift _temperature = new(random.Branch(1), 0.9, TimeSpan.FromHours(5));
    private readonly Drift _humidity = new(random.Branch(2), 2.5, TimeSpan.FromHours(5));

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var local = _temperature.At(at);
        readings.Add(Reading.Number("temperature", site.Weather.Temperature(at) + local, 1));
        readings.Add(Reading.Number("humidity", Math.Clamp(site.Weather.Humidity(at) - (1.5 * local) + _humidity.At(at), 5, 100), 1));
    }
}
