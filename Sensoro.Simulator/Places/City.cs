using Sensoro.Domain.Devices;

namespace Sensoro.Simulator.Places;

/// <summary>A city with the quarters where devices hang: busy places on dry land, in WGS-84.</summary>
/// <param name="Share">How many devices it gets, relative to the other cities.</param>
internal sealed record City(string Name, double Share, Climate Climate, IReadOnlyList<GeoPoint> Quarters);
