using Sensoro.Simulator.Physics;
using Sensoro.Simulator.Places;

namespace Sensoro.Simulator.Fleet;

/// <summary>Sets up the devices: the same seed and count give the same fleet.</summary>
internal sealed class FleetBuilder
{
    private const double LeaverShare = 0.01;
    private const double MoodyShare = 0.03;

    /// <summary>One device in so many starts with a nearly flat battery: counted, not drawn, so that no fleet is without one.</summary>
    private const int DevicesPerLowBattery = 31;

    private readonly SeededRandom _random;
    private readonly SiteChooser _sites;
    private readonly SerialNumbers _serials;
    private readonly SmoothRotation _kinds = new([.. DeviceKinds.All.Select(static kind => kind.Share)]);

    private FleetBuilder(int seed)
    {
        _random = new SeededRandom((ulong)seed);
        _sites = new SiteChooser(_random.Branch(1));
        _serials = new SerialNumbers(_random.Branch(2));
    }

    /// <param name="seed">Decides everything but the clock.</param>
    /// <param name="count">Number of devices.</param>
    /// <param name="ratePerSecond">Reports per second of the whole fleet.</param>
    public static IReadOnlyList<SimulatedDevice> Build(int seed, int count, double ratePerSecond)
    {
        var builder = new FleetBuilder(seed);
        SimulatedDevice[] fleet = [.. Enumerable.Range(0, count).Select(builder.Create)];
        var intervals = Pacing.Intervals([.. fleet.Select(static device => device.Kind.Pace)], ratePerSecond);
        for (var index = 0; index < count; index++)
        {
            fleet[index].Interval = intervals[index];
        }

        builder.AssignTempers(fleet);
        return fleet;
    }

    private SimulatedDevice Create(int index)
    {
        var random = _random.Branch(1_000 + (ulong)index);
        var isLow = index % DevicesPerLowBattery == DevicesPerLowBattery / 4;
        var battery = isLow ? random.Between(6, 18) : random.Between(38, 100);
        return new SimulatedDevice(_serials.At(index), DeviceKinds.All[_kinds.Next()], _sites.Next(), random, battery);
    }

    private void AssignTempers(SimulatedDevice[] fleet)
    {
        int[] order = [.. Enumerable.Range(0, fleet.Length)];
        _random.Branch(3).Shuffle(order);
        var leavers = (int)Math.Round(fleet.Length * LeaverShare);
        var moody = (int)Math.Round(fleet.Length * MoodyShare);
        foreach (var index in order.AsSpan(0, leavers))
        {
            fleet[index].Temper = Temper.Leaver;
        }

        foreach (var index in order.AsSpan(leavers, moody))
        {
            fleet[index].Temper = Temper.Moody;
        }
    }
}
