using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Places;

/// <summary>The weather of one city, shared by all its devices, so that neighbours agree. Ask in the order of time.</summary>
internal sealed class CityWeather(City city, SeededRandom random)
{
    /// <summary>The coldest day of a northern year is about 20 January, counted from 0.</summary>
    private const double ColdestDay = 19;

    private const double WarmestSolarHour = 15;
    private const double DaysPerYear = 365.25;

    private readonly double _longitude = city.Quarters[0].Longitude;
    private readonly double _latitude = city.Quarters[0].Latitude * Math.PI / 180;
    private readonly Drift _warmth = new(random.Branch(1), 2.2, TimeSpan.FromHours(18));
    private readonly Drift _damp = new(random.Branch(2), 6, TimeSpan.FromHours(10));
    private readonly Drift _cloud = new(random.Branch(3), 0.25, TimeSpan.FromHours(3));
    private readonly Drift _haze = new(random.Branch(4), 0.45, TimeSpan.FromHours(20));

    /// <summary>Air temperature in the shade, °C.</summary>
    public double Temperature(DateTimeOffset at) =>
        SeasonalMean(at) + DailySwing(at) + _warmth.At(at);

    /// <summary>Relative humidity, percent: warm afternoons are dry, cool nights are damp.</summary>
    public double Humidity(DateTimeOffset at) =>
        Math.Clamp(city.Climate.Humidity - (2.1 * DailySwing(at)) - (1.2 * _warmth.At(at)) + _damp.At(at), 8, 99.5);

    /// <summary>Daylight on open ground, lux, from the height of the sun.</summary>
    public double Daylight(DateTimeOffset at)
    {
        var declination = -23.44 * Math.PI / 180 * Math.Cos(2 * Math.PI * (LocalTime.DayOfYear(at) + 10) / DaysPerYear);
        var hourAngle = (LocalTime.SolarHour(at, _longitude) - 12) * Math.PI / 12;
        var height = (Math.Sin(_latitude) * Math.Sin(declination)) + (Math.Cos(_latitude) * Math.Cos(declination) * Math.Cos(hourAngle));
        return height <= 0 ? 0 : 98_000 * Math.Pow(height, 1.2) * Math.Clamp(0.6 + _cloud.At(at), 0.08, 1);
    }

    /// <summary>Fine dust away from traffic, µg/m³: heavier in winter, when the air stands and people heat.</summary>
    public double FineDust(DateTimeOffset at)
    {
        var winter = 0.5 + (0.5 * Math.Cos(2 * Math.PI * (LocalTime.DayOfYear(at) - ColdestDay) / DaysPerYear));
        return (18 + (26 * winter)) * Math.Exp(_haze.At(at));
    }

    private double SeasonalMean(DateTimeOffset at) =>
        city.Climate.YearlyMean
        - (city.Climate.SeasonalSwing * Math.Cos(2 * Math.PI * (LocalTime.DayOfYear(at) - ColdestDay) / DaysPerYear));

    private double DailySwing(DateTimeOffset at) =>
        city.Climate.DailySwing * Math.Cos(2 * Math.PI * (LocalTime.SolarHour(at, _longitude) - WarmestSolarHour) / 24);
}
