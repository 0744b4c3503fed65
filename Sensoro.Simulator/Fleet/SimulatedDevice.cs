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

    private readonly Site site;
    private readonly Sensor sensor;
    private readonly Battery? battery;
    private readonly Episodes? removals;
    private readonly MetricValue? position;

    public SimulatedDevice(string sn, DeviceKind kind, Site site, SeededRandom random, double batteryLevel)
    {
        Sn = sn;
        Kind = kind;
        this.site = site;
        sensor = kind.Create(random.Branch(1), site);
        battery = kind.BatteryLife is { } life ? new Battery(batteryLevel, life) : null;
        removals = kind.SendsInstalled ? new Episodes(random.Branch(2), TimeSpan.FromDays(40), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(40)) : null;
        position = kind.SendsPosition ? SentPosition.Of(site.Spot) : null;
    }

    public string Sn { get; }

    public DeviceKind Kind { get; }

    public City City => site.City;

    /// <summary>The upload interval: what the device reports and what it keeps.</summary>
    public TimeSpan Interval { get; set; }

    /// <summary>What this device does beside reporting on time.</summary>
    public Temper Temper { get; set; }

    /// <summary>The alarm this device can raise, so that a demo can stage one; null when it has none.</summary>
    public Episodes? Alarms => sensor.Alarms;

    /// <summary>The times it was taken off its mount; null when it does not notice.</summary>
    public Episodes? Removals => removals;

    /// <summary>When the device reports out of turn, because something changes; null when nothing is ahead.</summary>
    public DateTimeOffset? NextEventAt => (sensor.NextEventAt, removals?.ChangesAt) switch
    {
        ({ } change, { } removal) => change < removal ? change : removal,
        var (change, removal) => change ?? removal,
    };

    public DeviceReport Report(DateTimeOffset at)
    {
        var readings = new List<Reading>(8);
        if (battery is not null)
        {
            var around = Kind.IsOutdoors ? site.Weather.Temperature(at) : RoomTemperature;
            readings.Add(Reading.Number("battery", battery.Read(at, around)));
        }

        readings.Add(Reading.Number("interval", Interval.TotalSeconds, 3));
        sensor.Measure(at, readings);
        if (removals is not null)
        {
            readings.Add(Reading.Flag("installed", !removals.At(at)));
        }

        if (position is { } place)
        {
            readings.Add(new Reading("lonlat", place));
        }

        return new DeviceReport(Sn, Kind.DeviceType, at, Interval, readings);
    }
}
