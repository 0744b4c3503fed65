using Sensoro.Simulator.Physics;

namespace Sensoro.Dashboard.Tests.Simulator.Physics;

public sealed class BatteryTests
{
    [Fact]
    public void Battery_HalfOfItsLife_HalfOfItsCharge()
    {
        var battery = new Battery(100, TimeSpan.FromDays(10));
        battery.Read(SampleFleet.Start, 20);

        Assert.Equal(50, battery.Read(SampleFleet.Start.AddDays(5), 20));
    }

    [Fact]
    public void Battery_Frost_DipsAndRecovers()
    {
        var battery = new Battery(60, TimeSpan.FromDays(3_000));
        battery.Read(SampleFleet.Start, 20);

        Assert.Equal(50, battery.Read(SampleFleet.Start.AddHours(1), -24));
        Assert.Equal(60, battery.Read(SampleFleet.Start.AddHours(2), 20));
    }

    [Fact]
    public void Battery_Flat_IsReplaced()
    {
        var battery = new Battery(3, TimeSpan.FromDays(10));
        battery.Read(SampleFleet.Start, 20);

        Assert.Equal(100, battery.Read(SampleFleet.Start.AddDays(1), 20));
    }
}
