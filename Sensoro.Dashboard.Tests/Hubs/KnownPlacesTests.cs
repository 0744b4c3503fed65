using System.Globalization;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Vectors;

namespace Sensoro.Dashboard.Tests.Hubs;

/// <summary>Known places, pushed in the datum that SENSORO's devices report, lie on the map where they are in the world.</summary>
public sealed class KnownPlacesTests
{
    private const int Places = 20;

    /// <summary>A metre, in degrees of latitude.</summary>
    private const double Metre = 9e-6;

    [Fact]
    public async Task Places_PushedAsGcj02_ReachTheMapWithinAMetre()
    {
        var places = CoordinateVectorFile.Instance.Vectors.Where(vector => vector.Shifted && vector.Gcj02ToWgs84 is not null).Take(Places).ToArray();
        Assert.Equal(Places, places.Length);
        await using var dashboard = new DashboardFactory();
        await dashboard.FoldPushesAsync(places.Select((place, i) => PushBody.Sensor(
            $"PLACE{i:00}", i + 1, dashboard.Now(), string.Create(CultureInfo.InvariantCulture, $$"""{"lonlat":[{{place.Gcj02[0]:R}},{{place.Gcj02[1]:R}}]}"""))));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var devices = (await browser.AskAsync("fleetSnapshot")).GetProperty("devices").EnumerateArray()
            .ToDictionary(device => device.GetProperty("sn").GetString() ?? "", StringComparer.Ordinal);

        foreach (var (i, place) in places.Index())
        {
            var device = devices[$"PLACE{i:00}"];
            Assert.True(
                Math.Abs(device.GetProperty("lon").GetDouble() - place.Wgs84[0]) < Metre && Math.Abs(device.GetProperty("lat").GetDouble() - place.Wgs84[1]) < Metre,
                $"{place.Name} is {place.Wgs84[0]} {place.Wgs84[1]}, shown at {device}");
        }
    }
}
