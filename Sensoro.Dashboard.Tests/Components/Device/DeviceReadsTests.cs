using Sensoro.Dashboard.Storage;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class DeviceReadsTests : IAsyncLifetime
{
    private readonly DevicePageContext _context = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public async Task SeriesQueries_Ranges_AreTheExtremesOfEachNumberWithinTheSpan()
    {
        _context.Receive(
            SamplePush.New("A", "1", """{"temperature":-40,"humidity":1}""", Noon.AddHours(-30)),
            SamplePush.New("A", "2", """{"temperature":4,"humidity":50,"door":true}""", Noon.AddHours(-2)),
            SamplePush.New("A", "3", """{"temperature":0}""", Noon.AddHours(-1)),
            SamplePush.New("A", "4", """{"temperature":-1,"gyro":{"x":9,"y":9,"z":9}}""", Noon),
            SamplePush.New("B", "5", """{"temperature":80}""", Noon));

        var ranges = await _context.Get<SeriesQueries>().RangesAsync("A", Noon.AddHours(-24), Noon, TestContext.Current.CancellationToken);

        Assert.Equal(
            [new MetricRange("humidity", 50, 50, 50, 1), new MetricRange("temperature", -1, 1, 4, 3)],
            ranges.OrderBy(range => range.Metric, StringComparer.Ordinal));
    }

    [Fact]
    public async Task SeriesQueries_RangesOfAnUnknownDevice_AreNone() =>
        Assert.Empty(await _context.Get<SeriesQueries>().RangesAsync("nobody", Noon.AddHours(-24), Noon, TestContext.Current.CancellationToken));

    [Fact]
    public async Task MessageQueries_ReadNewest_GivesTheNewestOfTheDeviceWithWhatTheySay()
    {
        _context.Receive(
            [.. Enumerable.Range(1, 5).Select(i => SamplePush.New(i == 4 ? "B" : "A", $"{i}", $$"""{"temperature":{{i}}}""", Noon.AddMinutes(i)))]);

        var messages = await _context.Get<MessageQueries>().ReadNewestAsync(new MessageFilter { Sn = "A" }, 3, TestContext.Current.CancellationToken);

        Assert.Equal(["5", "3", "2"], messages.Select(message => message.Entry.MsgId ?? "").ToArray());
        Assert.All(messages, message => Assert.NotNull(message.ReadPush()));
    }
}
