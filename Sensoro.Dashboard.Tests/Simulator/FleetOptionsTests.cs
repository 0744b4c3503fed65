namespace Sensoro.Dashboard.Tests.Simulator;

public sealed class FleetOptionsTests
{
    [Fact]
    public void ToString_Always_KeepsTheSecrets()
    {
        var text = SampleFleet.Options.ToString();

        Assert.DoesNotContain(SampleFleet.AppKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleFleet.AppSecret, text, StringComparison.Ordinal);
    }
}
