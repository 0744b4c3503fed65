using Sensoro.Domain.Devices;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>
/// An endless drive around one quarter: straight legs along streets that run east-west and north-south, as they do in most Chinese
/// cities, with a stop after some of them.
/// </summary>
internal sealed class Journey(SeededRandom random, GeoPoint home)
{
    private const double KilometresPerHourToMetresPerSecond = 1 / 3.6;

    /// <summary>How far the van strays from home along each axis, metres.</summary>
    private const double Reach = 4_000;

    private GeoPoint from = home;
    private GeoPoint to = home;
    private DateTimeOffset departs;
    private DateTimeOffset arrives;
    private bool alongStreet;
    private bool begun;

    public bool IsStanding { get; private set; }

    /// <summary>Where the van is, WGS-84.</summary>
    public GeoPoint At(DateTimeOffset at)
    {
        if (!begun)
        {
            begun = true;
            arrives = at;
        }

        while (at >= arrives)
        {
            NextLeg();
        }

        IsStanding = at < departs;
        var done = Math.Clamp((at - departs) / (arrives - departs), 0, 1);
        return new GeoPoint(
            from.Longitude + ((to.Longitude - from.Longitude) * done),
            from.Latitude + ((to.Latitude - from.Latitude) * done));
    }

    private void NextLeg()
    {
        from = to;
        alongStreet = !alongStreet;
        var corner = GroundDistance.Offset(home, random.Between(-Reach, Reach), random.Between(-Reach, Reach));
        to = alongStreet ? from with { Longitude = corner.Longitude } : from with { Latitude = corner.Latitude };

        var stop = random.Chance(0.35) ? random.Between(TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(7)) : TimeSpan.Zero;
        var speed = random.Between(18, 52) * KilometresPerHourToMetresPerSecond;
        departs = arrives + stop;
        arrives = departs + TimeSpan.FromSeconds(1 + (GroundDistance.Metres(from, to) / speed));
    }
}
