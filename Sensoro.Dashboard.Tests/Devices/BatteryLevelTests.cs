using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class BatteryLevelTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(19.9, true)]
    [InlineData(20, false)]
    [InlineData(100, false)]
    public void IsLow_OfAPercentage_StartsBelowTwenty(double percent, bool expected) => Assert.Equal(expected, BatteryLevel.IsLow(percent));
}
