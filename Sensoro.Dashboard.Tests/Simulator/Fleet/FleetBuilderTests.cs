using Sensoro.Simulator.Fleet;

namespace Sensoro.Dashboard.Tests.Simulator.Fleet;

public sealed class FleetBuilderTests
{
    [Fact]
    public void Build_SameSeed_SameDevices() =>
        Assert.Equal(Describe(SampleFleet.Devices(seed: 4)), Describe(SampleFleet.Devices(seed: 4)), StringComparer.Ordinal);

    [Fact]
    public void Build_OtherSeed_OtherDevices() =>
        Assert.Empty(SampleFleet.Devices(seed: 4).Select(static device => device.Sn).Intersect(SampleFleet.Devices(seed: 5).Select(static device => device.Sn), StringComparer.Ordinal));

    [Fact]
    public void Build_SerialNumbers_AreSixteenUpperCaseHexAndDifferInTheirTails()
    {
        var serials = SampleFleet.Devices(5_000).Select(static device => device.Sn).ToList();

        Assert.All(serials, static sn => Assert.Matches("^0117C6[0-9A-F]{10}$", sn));
        Assert.Equal(5_000, serials.Select(static sn => sn[^6..]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Build_TwoHundredDevices_CoverEveryKindAndManyCities()
    {
        var devices = SampleFleet.Devices();

        Assert.Equal(DeviceKinds.All.Count, devices.Select(static device => device.Kind).Distinct().Count());
        Assert.InRange(devices.Select(static device => device.City).Distinct().Count(), 8, 100);
    }

    [Fact]
    public void Build_TwoHundredDevices_SomeFallSilentAndFewLeave()
    {
        var devices = SampleFleet.Devices();

        Assert.Equal(6, devices.Count(static device => device.Temper is Temper.Moody));
        Assert.Equal(2, devices.Count(static device => device.Temper is Temper.Leaver));
    }

    private static IEnumerable<string> Describe(IEnumerable<SimulatedDevice> devices) =>
        devices.Select(static device => $"{device.Sn} {device.Kind.DeviceType} {device.City.Name} {device.Interval} {device.Temper}");
}
