using Sensoro.Domain.Devices;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Places;

/// <summary>Spreads devices over cities and quarters.</summary>
internal sealed class SiteChooser
{
    private const double SpreadMetres = 350;
    private const double FarthestMetres = 900;

    private readonly SeededRandom _random;
    private readonly (City City, CityWeather Weather)[] _cities;
    private readonly SmoothRotation _rotation;

    public SiteChooser(SeededRandom random)
    {
        _random = random;
        _cities = [.. CityTable.All.Select((city, index) => (city, new CityWeather(city, random.Branch((ulong)index))))];
        _rotation = new SmoothRotation([.. CityTable.All.Select(static city => city.Share)]);
    }

    /// <summary>The next device's place: cities in turn by their share, so that even a small fleet is spread over the country.</summary>
    public Site Next()
    {
        var (city, weather) = _cities[_rotation.Next()];
        return new Site(city, weather, Around(_random.Pick(city.Quarters)));
    }

    private GeoPoint Around(GeoPoint quarter)
    {
        var angle = _random.Between(0, 2 * Math.PI);
        var metres = Math.Min(Math.Abs(_random.Normal()) * SpreadMetres, FarthestMetres);
        return GroundDistance.Offset(quarter, metres * Math.Cos(angle), metres * Math.Sin(angle));
    }
}
