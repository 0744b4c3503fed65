using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>What pushes make of a device.</summary>
public sealed class DeviceProjectionTests
{
    private static readonly DateTimeOffset Noon = Messages.Noon;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LatestValue_AfterALatePush_StaysAndTheHistoryGrows()
    {
        await using var storage = Folding.NewStorage();

        storage.Fold(Messages.Sensor("A", "1", """{"temperature":21}""", Noon));
        var update = storage.Fold(Messages.Sensor("A", "2", """{"temperature":15,"humidity":40}""", Noon.AddHours(-2), Noon.AddMinutes(1)));

        var device = Assert.Single(update.Devices);
        Assert.Equal((21.0, Noon), (device.Device.Find("temperature")?.Value.X ?? 0, device.Device.Find("temperature")?.At));
        Assert.Equal((40.0, Noon.AddHours(-2)), (device.Device.Find("humidity")?.Value.X ?? 0, device.Device.Find("humidity")?.At));
        Assert.Equal(2, device.Readings.Count);
        Assert.Equal(TimeRangeFault.None, TimeRange.TryCreate(Noon.AddDays(-1), Noon.AddDays(1), Noon, out var range));
        var series = Assert.Single((await storage.Get<SeriesQueries>().ReadAsync(new SeriesRequest { Keys = [new("A", "temperature")], Range = range }, Cancelled)).Series);
        Assert.Equal([(Noon.AddHours(-2), 15.0), (Noon, 21.0)], series.Points.Select(point => (point.At, point.Value)));
    }

    [Fact]
    public async Task LatestValue_AfterALatePushAndARestart_StaysAsItWas()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1", """{"temperature":21}""", Noon));

        await using var restarted = Folding.NewStorage(dataDirectory: storage.DataDirectory);
        restarted.Fold(Messages.Sensor("A", "2", """{"temperature":15}""", Noon.AddHours(-2), Noon.AddMinutes(1)));

        var device = await restarted.Get<DeviceQueries>().FindAsync("A", Cancelled);
        Assert.Equal(21, device?.Find("temperature")?.Value.X);
        Assert.Equal(1, device?.Find("temperature")?.MessageId);
        Assert.Equal(2, device?.LastMessageId);
    }

    [Fact]
    public async Task Presence_OfASilentDevice_TurnsLateAtOneAndAHalfIntervalsAndLostAtThree()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var storage = Folding.NewStorage(clock);
        storage.Fold(Messages.Sensor("A", "1", """{"interval":600,"temperature":20}""", Noon));

        Assert.Equal(DeviceStatus.Normal, await StatusAsync(storage, clock, Noon));
        Assert.Equal(DeviceStatus.Normal, await StatusAsync(storage, clock, Noon.AddMinutes(15).AddMilliseconds(-1)));
        Assert.Equal(DeviceStatus.Late, await StatusAsync(storage, clock, Noon.AddMinutes(15)));
        Assert.Equal(DeviceStatus.Late, await StatusAsync(storage, clock, Noon.AddMinutes(30).AddMilliseconds(-1)));
        Assert.Equal(DeviceStatus.Lost, await StatusAsync(storage, clock, Noon.AddMinutes(30)));
    }

    [Fact]
    public async Task Presence_OfADeviceWithoutInterval_CountsByTheConfiguredOne()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var storage = Folding.NewStorage(clock);
        storage.Fold(Messages.Sensor("A", "1", """{"temperature":20}""", Noon));

        Assert.Equal(DeviceStatus.Normal, await StatusAsync(storage, clock, Noon.AddMinutes(89)));
        Assert.Equal(DeviceStatus.Late, await StatusAsync(storage, clock, Noon.AddMinutes(90)));
        Assert.Equal(DeviceStatus.Lost, await StatusAsync(storage, clock, Noon.AddMinutes(180)));
    }

    [Fact]
    public async Task Presence_AfterAPushThatWasLongOnItsWay_StaysLost()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var storage = Folding.NewStorage(clock);
        storage.Fold(Messages.Sensor("A", "1", """{"interval":600}""", Noon));

        storage.Fold(Messages.Sensor("A", "2", """{"temperature":1}""", Noon.AddMinutes(1), receivedAt: Noon.AddHours(5)));

        Assert.Equal(DeviceStatus.Lost, await StatusAsync(storage, clock, Noon.AddHours(5)));
    }

    [Fact]
    public async Task Presence_OfADeviceWithAnAlarm_YieldsToTheAlarm()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var storage = Folding.NewStorage(clock);
        storage.Fold(Messages.Sensor("A", "1", """{"interval":600,"leak":true}""", Noon));

        Assert.Equal(DeviceStatus.Alarm, await StatusAsync(storage, clock, Noon.AddHours(5)));
    }

    [Fact]
    public async Task Alarm_ThatIsOver_LeavesTheDeviceNormal()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var storage = Folding.NewStorage(clock);
        storage.Fold(Messages.Sensor("A", "1", """{"leak":true}""", Noon));

        storage.Fold(Messages.Sensor("A", "2", """{"leak":false}""", Noon.AddMinutes(1)));

        Assert.Equal(DeviceStatus.Normal, await StatusAsync(storage, clock, Noon.AddMinutes(1)));
    }

    [Fact]
    public async Task Reading_OfAMetricNobodyKnows_IsKept()
    {
        await using var storage = Folding.NewStorage();

        storage.Fold(Messages.Sensor("A", "1", """{"flux":1.5}""", Noon));

        Assert.Equal(1.5, storage.InState<double>("SELECT r.value FROM readings r JOIN metrics m ON m.id = r.metric_id WHERE m.key = 'flux'"));
    }

    [Fact]
    public async Task Reading_WithAClockADayAhead_CountsFromItsReceipt()
    {
        await using var storage = Folding.NewStorage();

        storage.Fold(Messages.Sensor("A", "1", """{"temperature":20}""", createdAt: Noon.AddDays(400), receivedAt: Noon));

        Assert.Equal(Noon.ToUnixTimeMilliseconds(), storage.InState<long>("SELECT at FROM readings"));
    }

    [Fact]
    public async Task Metrics_WhoseKeysDifferOnlyBehindANul_StayApart()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1", """{"flux":1,"flux\u0000":2}""", Noon));

        await using var restarted = Folding.NewStorage(dataDirectory: storage.DataDirectory);
        restarted.Fold(Messages.Sensor("A", "2", """{"flux":3,"flux\u0000":4}""", Noon.AddMinutes(1)));
        var device = await restarted.Get<DeviceQueries>().FindAsync("A", Cancelled);

        Assert.Equal((3.0, 4.0), (device?.Find("flux")?.Value.X ?? 0, device?.Find("flux\0")?.Value.X ?? 0));
    }

    /// <summary>The status as the list filters it, which must be the one the device itself shows.</summary>
    private static async Task<DeviceStatus> StatusAsync(TemporaryStorage storage, FakeTimeProvider clock, DateTimeOffset at)
    {
        clock.SetUtcNow(at);
        var devices = storage.Get<DeviceQueries>();
        var counts = await storage.Get<FleetQueries>().CountAsync(at, Cancelled);
        var status = (await devices.FindAsync("A", Cancelled))?.StatusAt(at) ?? DeviceStatus.NeverSeen;
        Assert.Equal(1, counts[status]);
        foreach (var candidate in DeviceStatuses.All)
        {
            var listed = await devices.ListAsync(new DeviceFilter { Status = candidate }, 0, 10, Cancelled);
            Assert.Equal(candidate == status ? 1 : 0, listed.Total);
        }

        return status;
    }
}
