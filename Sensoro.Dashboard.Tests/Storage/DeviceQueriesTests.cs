using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>Lists and counts of a fleet so large that each of the database's ways is taken, against the same fleet in memory.</summary>
public sealed class DeviceQueriesTests : IAsyncLifetime
{
    private const int Size = 3_000;
    private static readonly DateTimeOffset Now = HistoryStage.Now;
    private static readonly string?[] Types = ["tracker", "temp_humi", null, "", "node"];

    private readonly TemporaryStorage _storage = new(clock: new FakeTimeProvider(Now));
    private readonly List<FleetRow> _fleet = [];

    public ValueTask InitializeAsync()
    {
        _storage.Get<SqliteDatabase>().EnsureReady();
        var random = new Random(7);
        for (var i = 1; i <= Size; i++)
        {
            var state = random.Next(40);
            var heard = Now.AddSeconds(-random.Next(2_000));
            _fleet.Add(new FleetRow(
                i,
                $"{(i % 50 == 0 ? "zz" : "10")}{random.Next(1_000):D3}X{i:D4}",
                i % 3 == 0 ? $"Room {i % 100}" : i % 7 == 0 ? "温度计 100%" : null,
                i % 11 == 0 ? "\nroof\n\neast side\n" : null,
                Types[random.Next(Types.Length)],
                state == 0 ? AlarmSeverity.Alarm : state == 1 ? AlarmSeverity.Malfunction : AlarmSeverity.None,
                heard,
                state is 2 or 3 ? Now.AddSeconds(-5) : Now.AddSeconds(500),
                state == 2 ? Now.AddSeconds(-1) : Now.AddSeconds(1_000),
                random.Next(3) == 0 ? null : random.Next(100)));
        }

        foreach (var some in _fleet.Chunk(500))
        {
            SqliteReading.Execute(_storage.StateFile, "INSERT INTO devices (sn, id, app_id, name, tags, device_type, first_seen_at, last_seen_at, last_heard_at, battery, interval_seconds, late_at, lost_at, severity, last_message_id) VALUES "
                + string.Join(',', some.Select(static row => row.Sql())));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Lists_OfAnyFilterAndOrder_AreThoseOfTheFleet()
    {
        var searches = new[] { null, "10", "zz", "r", "温", "roo", "east side", "X00", "10%", "0%", "\"", "_", "x1*", "room 7", "温度计" };
        DeviceStatus?[] statuses = [null, .. DeviceStatuses.All];
        var random = new Random(3);
        foreach (var search in searches)
        {
            foreach (var sort in Enum.GetValues<DeviceSort>())
            {
                for (var tries = 0; tries < 2; tries++)
                {
                    var filter = new DeviceFilter
                    {
                        Search = search,
                        Sort = sort,
                        Descending = random.Next(2) == 0,
                        Status = random.Next(2) == 0 ? null : statuses[random.Next(statuses.Length)],
                        DeviceType = random.Next(3) == 0 ? Types[random.Next(Types.Length)] : null,
                        NeedsSomeone = random.Next(6) == 0,
                        BatteryBelow = random.Next(5) == 0 ? 20 : null,
                    };
                    await AssertListAsync(filter, tries == 0 ? 0 : random.Next(Size));
                }
            }
        }
    }

    [Fact]
    public async Task Counts_OfStatesAndTypes_AreThoseOfTheFleet()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var counts = await _storage.Get<FleetQueries>().CountAsync(Now, cancelled);
        var byType = await _storage.Get<FleetQueries>().CountByTypeAsync(Now, cancelled);

        Assert.All(DeviceStatuses.All, status => Assert.Equal(_fleet.Count(row => row.Status == status), counts[status]));
        Assert.Equal(["", "node", "temp_humi", "tracker"], byType.Select(type => type.DeviceType), StringComparer.Ordinal);
        Assert.All(byType, type => Assert.All(
            DeviceStatuses.All, status => Assert.Equal(_fleet.Count(row => row.Status == status && (row.Type ?? "") == type.DeviceType), type[status])));
        Assert.Equal(["node", "temp_humi", "tracker"], await _storage.Get<DeviceQueries>().TypesAsync(cancelled));
    }

    [Fact]
    public async Task Counts_AfterDevicesChangedAndWent_FollowThem()
    {
        SqliteReading.Execute(_storage.StateFile, "UPDATE devices SET severity = 2, device_type = 'node' WHERE id <= 10");
        SqliteReading.Execute(_storage.StateFile, "DELETE FROM devices WHERE id > 20");

        var counts = await _storage.Get<FleetQueries>().CountAsync(Now, TestContext.Current.CancellationToken);

        Assert.Equal((20, true), (counts.Total, counts[DeviceStatus.Alarm] >= 10));
    }

    private async Task AssertListAsync(DeviceFilter filter, int skip)
    {
        var page = await _storage.Get<DeviceQueries>().ListAsync(filter, skip, 40, TestContext.Current.CancellationToken);

        var matching = _fleet.Where(row => row.Fits(filter)).ToList();
        Assert.True(matching.Count == page.Total, $"{filter}: {matching.Count} expected, {page.Total} counted");
        var expected = FleetRow.Sorted(matching, filter).Skip(skip).Take(40).Select(static row => row.Sn);
        Assert.True(expected.SequenceEqual(page.Items.Select(static device => device.Sn), StringComparer.Ordinal), $"{filter} from {skip}");
    }
}
