using System.Diagnostics;
using System.Text;
using Sensoro.Simulator.Bench.Live;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class AudienceTests
{
    private const string Fleet = """{"type":1,"target":"DevicesChanged","arguments":[{"cursor":12,"now":1,"devices":[{"sn":"A","messageId":11},{"sn":"B","messageId":12}]}]}""";
    private const string Device = """{"type":1,"target":"DeviceChanged","arguments":[{"cursor":11,"now":1,"device":{"sn":"A"},"readings":[]}]}""";
    private const string Pulse = """{"type":1,"target":"Pulse","arguments":[{"now":1,"cursor":12,"lastPushAt":1}]}""";

    [Fact]
    public void Delays_NewsToSeveralViewers_CountForEachMessageAndViewer()
    {
        var audience = new Audience();
        Hear(audience, Fleet, Milliseconds(100));
        Hear(audience, Fleet, Milliseconds(150));
        Hear(audience, Device, Milliseconds(30));
        Hear(audience, Pulse, Milliseconds(999));

        // Message 11 was committed at 10 ms, message 12 at 20 ms.
        var delays = audience.Delays([Milliseconds(10), Milliseconds(20)], firstId: 11);

        Assert.Equal([20, 80, 90, 130, 140], delays.Select(static delay => Math.Round(delay, 3)).Order());
    }

    [Fact]
    public void Delays_MessagesFromBefore_DoNotCount()
    {
        var audience = new Audience();
        Hear(audience, Fleet, Milliseconds(100));

        Assert.Equal([80], audience.Delays([Milliseconds(20)], firstId: 12).Select(static delay => Math.Round(delay, 3)));
    }

    private static void Hear(Audience audience, string message, long at) => audience.Hear(Encoding.UTF8.GetBytes(message), at);

    private static long Milliseconds(int count) => count * Stopwatch.Frequency / 1_000;
}
