using System.Globalization;
using Sensoro.Domain.Metrics;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>A transmission module wired to a water meter: four bytes of pulse count and one of status, as hexadecimal text.</summary>
internal sealed class MeterModule(SeededRandom random) : Sensor
{
    private readonly double _litresPerHour = random.Between(40, 900);
    private double _litres = random.Between(10_000, 4_000_000);
    private DateTimeOffset? _lastAt;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var awake = 0.1 + DayCurve.Plateau(LocalTime.Hour(at), 6.5, 23);
        _litres += _lastAt is { } last && at > last ? _litresPerHour * awake * (at - last).TotalHours : 0;
        _lastAt = at;
        readings.Add(new Reading("customer", MetricValue.OfText(((uint)_litres).ToString("X8", CultureInfo.InvariantCulture) + "00")));
    }
}
