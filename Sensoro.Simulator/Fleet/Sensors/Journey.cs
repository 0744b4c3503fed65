using Sensoro.Domain.Devices;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet.Sensors;

/// <summary>
/// An endless drive around one quarter: straight legs along streets that run east-west and north-south, as they do in most Chinese
/// cities, with a stop after some of them.
/// </summary>
internal sealed class Journey
{
    private const double KilometresPerHourToMetresPerSecond = 1 / 3.6;

    /// <summary>How far the van strays from home along each axis, metres.</summary>
    private const double Reach = 4_000;

    private readonly SeededRandom _random;
    private readonly GeoPoint _home;
    private GeoPoint _from;
    private GeoPoint _to;
    private DateTimeOffset _departs;
    private DateTimeOffset _arrives;
    private bool _alongStreet;
    private bool _begun;

    public Journey(SeededRandom random, GeoPoint home)
    {
        _random = random;
        _home = home;
        _to = home;
    }

    public bool IsStanding { get; private set; }

    /// <summary>Where the van is, WGS-84.</summary>
    public GeoPoint At(DateTimeOffset at)
    {
        if (!_begun)
        {
            _begun = true;
            _arrives = at;
        }

        while (at >= _arrives)
        {
            NextLeg();
        }

        IsStanding = at < _departs;
        var done = Math.Clamp((at - _departs) / (_arrives - _departs), 0, 1);
        return new GeoPoint(
            _from.Longitude + ((_to.Longitude - _from.Longitude) * done),
            _from.Latitude + ((_to.Latitude - _from.Latitude) * done));
    }

    private void NextLeg()
    {
        _from = _to;
        _alongStreet = !_alongStreet;
        var corner = GroundDistance.Offset(_home, _random.Between(-Reach, Reach), _random.Between(-Reach, Reach));
        _to = _alongStreet ? _from with { Longitude = corner.Longitude } : _from with { Latitude = corner.Latitude };

        var stop = _random.Chance(0.35) ? _random.Between(TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(7)) : TimeSpan.Zero;
        var speed = _random.Between(18, 52) * KilometresPerHourToMetresPerSecond;
        _departs = _arrives + stop;
        _arrives = _departs + TimeSpan.FromSeconds(1 + (GroundDistance.Metres(_from, _to) / speed));
    }
}
