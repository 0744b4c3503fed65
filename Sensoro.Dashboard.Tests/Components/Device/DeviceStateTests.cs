using Sensoro.Dashboard.Components.Device;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class DeviceStateTests
{
    [Fact]
    public void DeviceState_NewsOfAnotherDevice_ChangesNothing()
    {
        var state = new DeviceState("A");

        Assert.False(state.Apply(News(SampleDevice.Of("B"))));
        Assert.Null(state.Device);
    }

    [Fact]
    public void DeviceState_UnknownDevice_AppearsWithItsFirstPush()
    {
        var state = new DeviceState("A");
        state.Load(null);

        Assert.True(state.Apply(News(SampleDevice.Of("A"))));
        Assert.Equal("A", state.Device?.Sn);
    }

    [Fact]
    public void DeviceState_OlderOrEqualMessage_DoesNotReplaceWhatIsShown()
    {
        var state = new DeviceState("A");
        state.Load(SampleDevice.Of("A", messageId: 5));

        Assert.False(state.Apply(News(SampleDevice.Of("A", messageId: 4))));
        Assert.False(state.Apply(News(SampleDevice.Of("A", messageId: 5))));
        Assert.Equal(5, state.Device?.LastMessageId);
    }

    [Fact]
    public void DeviceState_NewsBeforeTheLoad_SurvivesASlowerLoad()
    {
        var state = new DeviceState("A");
        state.Apply(News(SampleDevice.Of("A", messageId: 9)));

        state.Load(SampleDevice.Of("A", messageId: 8));

        Assert.Equal(9, state.Device?.LastMessageId);
    }

    private static FeedUpdate News(DeviceSnapshot device) => new() { Cursor = device.LastMessageId, Devices = [new DeviceChange(device, [], IsNew: false)] };
}
