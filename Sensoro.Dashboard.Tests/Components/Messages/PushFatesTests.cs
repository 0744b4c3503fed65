using Sensoro.Dashboard.Components.Messages;

namespace Sensoro.Dashboard.Tests.Components.Messages;

public sealed class PushFatesTests
{
    [Fact]
    public void Of_OrdinaryPush_IsStored() => Assert.Equal(PushFate.Stored, PushFates.Of(Line.Of(1), isNewDevice: false));

    [Fact]
    public void Of_FirstPushOfADevice_IsNewDevice() => Assert.Equal(PushFate.NewDevice, PushFates.Of(Line.Of(1), isNewDevice: true));

    [Fact]
    public void Of_SecondDelivery_IsSeenBefore() => Assert.Equal(PushFate.SeenBefore, PushFates.Of(Line.Of(1) with { Deliveries = 2 }, isNewDevice: true));

    [Fact]
    public void Of_ConflictDeliveredTwice_IsAConflict() =>
        Assert.Equal(PushFate.Conflict, PushFates.Of(Line.Of(1) with { Deliveries = 2, Conflict = true }, isNewDevice: false));

    [Theory]
    [InlineData(120, PushFate.Stored)]
    [InlineData(121, PushFate.Late)]
    [InlineData(-600, PushFate.Stored)]
    public void Of_DelayedPush_IsLateAfterTwoMinutes(int seconds, PushFate expected) =>
        Assert.Equal(expected, PushFates.Of(Line.Of(1) with { ReceivedAt = Line.Noon.AddSeconds(seconds) }, isNewDevice: false));

    [Fact]
    public void Of_PushWithoutATime_IsStored() => Assert.Equal(PushFate.Stored, PushFates.Of(Line.Of(1) with { CreatedAt = null }, isNewDevice: false));
}
