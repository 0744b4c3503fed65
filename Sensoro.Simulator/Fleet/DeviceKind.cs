using Sensoro.Simulator.Fleet.Sensors;
using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet;

/// <summary>One product of the fleet.</summary>
/// <param name="DeviceType">What the push calls it.</param>
/// <param name="Share">How many of a hundred devices are of this kind, roughly.</param>
/// <param name="Pace">Length of its upload interval, relative to the other kinds.</param>
internal sealed record DeviceKind(string DeviceType, double Share, double Pace, Func<SeededRandom, Site, Sensor> Create)
{
    /// <summary>How long a full battery lasts; null for a device on the mains.</summary>
    public TimeSpan? BatteryLife { get; init; } = TimeSpan.FromDays(3 * 365);

    /// <summary>It hangs in the weather, so its battery feels the cold.</summary>
    public bool IsOutdoors { get; init; }

    /// <summary>It sends its fixed position with every report.</summary>
    public bool SendsPosition { get; init; } = true;

    /// <summary>Which part its alarm can play when the fleet comes on stage.</summary>
    public OpeningRole OpeningRole { get; init; }

    /// <summary>It notices when somebody takes it off its mount.</summary>
    public bool SendsInstalled { get; init; }
}
