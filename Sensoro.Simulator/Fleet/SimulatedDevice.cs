using Sensoro.Domain.Metrics;
using Sensoro.Simulator.Fleet.Sensors;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet;

/// <summary>One device of the fleet: a sensor with a serial number, a battery, a mount and a place. Ask in the order of time.</summary>
internal sealed class SimulatedDevice
{
    /// <summary>°C indoors, for the battery of a device that does not hang in the weather.</summary>
    private const double RoomTemperature = 21;

    private readonly Site _site;
    private readonly Sensor _sensor;
    private readonly Battery? _battery;
    private readonly Episodes? _removals;
    private readonly MetricValue? _position;

    public SimulatedDevice(string sn, DeviceKind kind, Site site, SeededRandom random, double batteryLevel)
    {
        Sn = sn;
        Kind = kind;
        _site = site;
        _sensor = kind.Create(random.Branch(1), site);
        _battery = kind.BatteryLife is { } life ? new Battery(batteryLevel, life) : null;
        _removals = kind.SendsInstalled ? new Episodes(random.Branch(2), TimeSpan.FromDays(40), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(40)) : null;
        _position = kind.SendsPosition ? SentPosition.Of(_site.Spot) : null;
    }

    public string Sn { get; }

    public DeviceKind Kind { get; }

    public City City => _site.City;

    /// <summary>The upload interval: what the device reports and what it keeps.</summary>
    public TimeSpan Interval { get; set; }

    /// <summary>What this device does beside reporting on time.</summary>
    public Temper Temper { get; set; }

    /// <summary>The alarm this device can raise, so that a demo can stage one; null when it has none.</summary>
    public Episodes? Alarms => _sensor.Alarms;

    /// <summary>The times it was taken off its mount; null when it does not notice.</summary>
    public Episodes? Removals => _removals;

    /// <summary>When the device reports out of turn, because something changes; null when nothing is ahead.</summary>
    public DateTimeOffset? NextEventAt => (_sensor.NextEventAt, _removals?.ChangesAt) switch
    {
        ({ } change, { } removal) => change < removal ? change : removal,
        var (change, removal) => change ?? removal,
    };

    public DeviceReport Report(DateTimeOffset at)
    {
        var readings = new List<Reading>(8);
        if (_battery is not null)
        {
            var around = Kind.IsOutdoors ? _site.Weather.Temperature(at) : RoomTemperature;
            readings.Add(Reading.Number("battery", _battery.Read(at, around)));
        }

        readings.Add(Reading.Number("interval", Interval.TotalSeconds, 3));
        _sensor.Measure(at, readings);
        if (_removals is not null)
        {
            readings.Add(Reading.Flag("installed", !_removals.At(at)));
        }

        if (_position is { } place)
        {
            readings.Add(new Reading("lonlat", place));
        }

        return new DeviceReport(Sn, Kind.DeviceType, at, Interval, readings);
    }
}
