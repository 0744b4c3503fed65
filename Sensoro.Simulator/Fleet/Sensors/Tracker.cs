using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>A tracker in a refrigerated van: drives through its city, stops to deliver, loses the satellites now and then.</summary>
internal sealed class Tracker(SeededRandom random, Site site) : Sensor
{
    private readonly Journey _journey = new(random.Branch(1), site.Spot);
    private readonly Episodes _tunnels = new(random.Branch(2), TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
    private readonly Drift _cooling = new(random.Branch(3), 0.5, TimeSpan.FromMinutes(30));
    private readonly Relaxation _hold = new(TimeSpan.FromMinutes(12));
    private readonly Drift _east = new(random.Branch(4), 3, TimeSpan.FromMinutes(4));
    private readonly Drift _north = new(random.Branch(5), 3, TimeSpan.FromMinutes(4));

    // Entering a tunnel is nothing a device could know ahead: it is met at the next regular report.
    public override DateTimeOffset? NextEventAt => null;

    public override void Measure(DateTimeOffset at, ICollection<Reading> readings)
    {
        var place = _journey.At(at);
        var outside = site.Weather.Temperature(at);
        var target = _journey.IsStanding ? 4 + (0.25 * (outside - 4)) : 4;
        readings.Add(Reading.Number("temperature", _hold.Follow(target, at) + _cooling.At(at), 1));
        readings.Add(new Reading("lonlat", _tunnels.At(at) ? MetricValue.NoFix : Fix(at, place)));
    }

    private MetricValue Fix(DateTimeOffset at, GeoPoint place) =>
        SentPosition.Of(GroundDistance.Offset(place, _east.At(at), _north.At(at)));
}
