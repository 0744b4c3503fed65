using Sensoro.Domain.Devices;

namespace Sensoro.Simulator.Places;

/// <summary>The cities of the fleet, from the subtropical south to Harbin's winter and the far west, so that every climate shows.</summary>
internal static class CityTable
{
    public static IReadOnlyList<City> All { get; } =
    [
        new("Beijing", 6, new Climate(12.9, 15.5, 5, 54),
        [
            At(116.459, 39.909), At(116.316, 39.983), At(116.410, 39.914), At(116.372, 39.908), At(116.470, 39.996), At(116.506, 39.795),
        ]),
        new("Shanghai", 5, new Climate(17.1, 11.6, 3.5, 73),
        [
            At(121.470, 31.231), At(121.527, 31.228), At(121.433, 31.194), At(121.590, 31.203), At(121.330, 31.196), At(121.510, 31.300),
        ]),
        new("Shenzhen", 4, new Climate(23.3, 6.6, 3.2, 75),
        [
            At(114.053, 22.541), At(114.118, 22.548), At(113.943, 22.541), At(114.030, 22.655), At(113.888, 22.566),
        ]),
        new("Guangzhou", 3, new Climate(22.6, 7.4, 3.8, 77),
        [
            At(113.322, 23.134), At(113.265, 23.127), At(113.265, 23.190), At(113.364, 22.945), At(113.320, 23.090),
        ]),
        new("Chengdu", 3, new Climate(16.8, 10, 3.4, 80),
        [
            At(104.063, 30.659), At(104.078, 30.656), At(104.063, 30.550), At(104.045, 30.695), At(104.105, 30.668),
        ]),
        new("Hangzhou", 3, new Climate(17.3, 12, 3.9, 75),
        [
            At(120.160, 30.275), At(120.200, 30.200), At(120.118, 30.282), At(120.020, 30.282),
        ]),
        new("Wuhan", 2, new Climate(17.5, 12.8, 4, 76),
        [
            At(114.275, 30.592), At(114.400, 30.505), At(114.335, 30.535), At(114.215, 30.555),
        ]),
        new("Xi'an", 2, new Climate(14.6, 13.8, 4.8, 64),
        [
            At(108.942, 34.261), At(108.890, 34.225), At(108.985, 34.205), At(108.945, 34.330),
        ]),
        new("Nanjing", 2, new Climate(16.3, 12.9, 4.2, 74),
        [
            At(118.779, 32.043), At(118.835, 31.950), At(118.735, 32.005), At(118.770, 32.062),
        ]),
        new("Chongqing", 2, new Climate(18.6, 10.3, 3.1, 79),
        [
            At(106.527, 29.577), At(106.455, 29.558), At(106.555, 29.640), At(106.560, 29.528),
        ]),
        new("Harbin", 1.5, new Climate(4.9, 21, 5.3, 65), [At(126.650, 45.755), At(126.605, 45.755), At(126.680, 45.720)]),
        new("Kunming", 1, new Climate(15.9, 6.1, 5.6, 69), [At(102.712, 25.045), At(102.745, 25.020), At(102.690, 25.070)]),
        new("Urumqi", 1, new Climate(7.6, 19, 4.9, 57), [At(87.615, 43.793), At(87.575, 43.850), At(87.590, 43.820)]),
    ];

    private static GeoPoint At(double longitude, double latitude) => new(longitude, latitude);
}
