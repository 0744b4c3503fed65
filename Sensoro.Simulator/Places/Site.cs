using Sensoro.Domain.Devices;

namespace Sensoro.Simulator.Places;

/// <summary>Where one device hangs and the weather around it.</summary>
/// <param name="Spot">WGS-84.</param>
internal sealed record Site(City City, CityWeather Weather, GeoPoint Spot);
