using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Dashboard.Tests.Simulator.Fleet;

/// <summary>The readings could be real: within physical bounds, in step with the sun, and moving no faster than things move.</summary>
public sealed class PlausibilityTests
{
    private static readonly Dictionary<string, (double Low, double High)> Bounds = new(StringComparer.Ordinal)
    {
        ["battery"] = (1, 100),
        ["temperature"] = (-45, 60),
        ["humidity"] = (0, 100),
        ["pm2_5"] = (0, 1_000),
        ["pm10"] = (0, 2_000),
        ["co2"] = (380, 5_000),
        ["light"] = (0, 120_000),
        ["ch4"] = (0, 50_000),
        ["lpg"] = (0, 20_000),
        ["co"] = (0, 1_000),
        ["pitch"] = (-90, 90),
        ["roll"] = (-90, 90),
        ["a_val"] = (198, 254),
        ["a_curr"] = (0, 200),
        ["t1_val"] = (-10, 120),
        ["leakage_val"] = (0, 1_500),
        ["total_factor"] = (0, 1),
    };

    [Fact]
    public void Readings_AYearOfHistory_StayWithinPhysicalBounds()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in Past(TimeSpan.FromDays(365), limit: 60_000))
        {
            foreach (var reading in report.Readings)
            {
                if (Bounds.TryGetValue(reading.Key, out var bound))
                {
                    seen.Add(reading.Key);
                    Assert.True(reading.Value.X >= bound.Low && reading.Value.X <= bound.High, $"{report.DeviceType} {reading.Key} = {reading.Value.X}");
                }
            }
        }

        Assert.Equal(Bounds.Count, seen.Count);
    }

    [Fact]
    public void Readings_EveryKey_IsInTheMetricCatalogue() =>
        Assert.All(
            SampleFleet.Live(SampleFleet.Devices(), TimeSpan.FromMinutes(5)).SelectMany(static report => report.Readings).DistinctBy(static reading => reading.Key, StringComparer.Ordinal),
            static reading => Assert.NotNull(MetricCatalogue.Find(reading.Key)));

    [Fact]
    public void Weather_OrdinaryDays_AfternoonsAreWarmAndDryAndNightsAreCoolAndDamp()
    {
        var weather = new CityWeather(CityTable.All[0], new SeededRandom(2));
        var (afternoon, night) = (new List<(double Warmth, double Damp)>(), new List<(double Warmth, double Damp)>());
        for (var hour = 0; hour < 24 * 60; hour++)
        {
            var at = SampleFleet.Start.AddHours(hour);
            var solar = LocalTime.SolarHour(at, 116.4);
            var list = solar is > 13 and < 17 ? afternoon : solar is > 1 and < 5 ? night : [];
            list.Add((weather.Temperature(at), weather.Humidity(at)));
        }

        Assert.InRange(afternoon.Average(static value => value.Warmth) - night.Average(static value => value.Warmth), 6, 12);
        Assert.InRange(night.Average(static value => value.Damp) - afternoon.Average(static value => value.Damp), 8, 30);
    }

    [Fact]
    public void Weather_JanuaryAndJuly_HarbinFreezesAndEveryoneSweats()
    {
        var harbin = new CityWeather(CityTable.All.Single(static city => city.Name == "Harbin"), new SeededRandom(2));

        Assert.InRange(harbin.Temperature(new DateTimeOffset(2026, 1, 20, 4, 0, 0, TimeSpan.Zero)), -30, -5);
        Assert.InRange(harbin.Temperature(new DateTimeOffset(2026, 7, 20, 4, 0, 0, TimeSpan.Zero)), 18, 40);
    }

    [Fact]
    public void Daylight_MidnightAndNoon_IsDarkAndBright()
    {
        var weather = new CityWeather(CityTable.All[0], new SeededRandom(2));

        Assert.Equal(0, weather.Daylight(new DateTimeOffset(2026, 6, 1, 16, 0, 0, TimeSpan.Zero)));
        Assert.InRange(weather.Daylight(new DateTimeOffset(2026, 6, 2, 4, 0, 0, TimeSpan.Zero)), 5_000, 100_000);
    }

    [Fact]
    public void Temperature_OneDevice_ChangesSlowly()
    {
        foreach (var reports in SampleFleet.Live(SampleFleet.Devices(), TimeSpan.FromHours(2)).Where(static report => report.DeviceType == "temp_humi").GroupBy(static report => report.Sn, StringComparer.Ordinal))
        {
            double[] degrees = [.. reports.Select(static report => SampleFleet.NumberOf(report, "temperature") ?? double.NaN)];
            Assert.All(degrees.Zip(degrees.Skip(1)), static pair => Assert.InRange(Math.Abs(pair.Second - pair.First), 0, 1.2));
        }
    }

    [Fact]
    public void Trackers_HalfADay_MoveStopAndNeverRace()
    {
        var (moved, stood, lost) = (0, 0, 0);
        foreach (var reports in SampleFleet.Live(SampleFleet.Devices(), TimeSpan.FromHours(6)).Where(static report => report.DeviceType == "tracker").GroupBy(static report => report.Sn, StringComparer.Ordinal))
        {
            var fixes = reports.Select(static report => (report.At, report.Readings.Single(static reading => reading.Key == "lonlat").Value)).ToList();
            lost += fixes.Count(static fix => fix.Value.Kind is MetricValueKind.NoFix);
            foreach (var (from, to) in fixes.Zip(fixes.Skip(1)).Where(static pair => pair is { First.Value.Kind: MetricValueKind.Position, Second.Value.Kind: MetricValueKind.Position }))
            {
                var metres = GroundDistance.Metres(new GeoPoint(from.Value.X, from.Value.Y), new GeoPoint(to.Value.X, to.Value.Y));
                var kilometresPerHour = metres / (to.At - from.At).TotalSeconds * 3.6;
                Assert.InRange(kilometresPerHour, 0, 70);
                moved += kilometresPerHour > 15 ? 1 : 0;
                stood += kilometresPerHour < 5 ? 1 : 0;
            }
        }

        Assert.InRange(moved, 2_000, int.MaxValue);
        Assert.InRange(stood, 1_000, int.MaxValue);
        Assert.InRange(lost, 100, 3_000);
    }

    [Fact]
    public void Positions_SentByFixedDevices_AreGcj02NearTheirCity()
    {
        var devices = SampleFleet.Devices();
        var reports = SampleFleet.Live(devices, TimeSpan.FromSeconds(10)).ToLookup(static report => report.Sn, StringComparer.Ordinal);
        foreach (var device in devices.Where(static device => device.Kind.SendsPosition))
        {
            var sent = reports[device.Sn].First().Readings.Single(static reading => reading.Key == "lonlat").Value;
            var wgs84 = CoordinateTransform.ToWgs84(new GeoPoint(sent.X, sent.Y), CoordinateSystem.Gcj02);
            var nearest = device.City.Quarters.Min(quarter => GroundDistance.Metres(quarter, wgs84));
            Assert.InRange(nearest, 0, 950);
        }
    }

    private static IEnumerable<DeviceReport> Past(TimeSpan length, int limit)
    {
        var history = new FleetHistory(SampleFleet.Devices(), new SeededRandom(1), SampleFleet.Start, length, limit);
        while (history.NextBatch(1_000) is { Count: > 0 } batch)
        {
            foreach (var report in batch)
            {
                yield return report;
            }
        }
    }
}
