using System.Globalization;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Domain.Devices;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Storage;

public sealed class MapFleetTests : IAsyncLifetime
{
    private readonly TemporaryStorage _storage = Folding.NewStorage(new StoppedClock(Stored.Noon));

    public ValueTask InitializeAsync()
    {
        _storage.Fold(
            Stored.Sensor("FINE1", "1", data: """{"temperature":1}"""),
            Stored.Sensor("FINE2", "2", data: """{"temperature":1}"""),
            Stored.Sensor("SMOKE", "3", data: """{"smoke":1}"""),
            Stored.Sensor("LEAK", "4", data: """{"leak":1}"""));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task ForMap_FleetThatFits_ComesWholeWhateverIsAskedFor()
    {
        var fleet = await ReadAsync(new MapPart { Status = DeviceStatus.Alarm, Most = 4 });

        Assert.Equal((4, 4, false), (fleet.Devices.Count, fleet.Total, fleet.IsPart));
    }

    [Fact]
    public async Task ForMap_FleetThatIsTooLarge_ComesMostUrgentFirstAndSaysHowManyThereAre()
    {
        var fleet = await ReadAsync(new MapPart { Most = 2 });

        Assert.Equal((4, true), (fleet.Total, fleet.IsPart));
        Assert.Equal(["LEAK", "SMOKE"], fleet.Devices.Select(static device => device.Sn).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.NotEmpty(fleet.Devices[0].Latest);
    }

    [Fact]
    public async Task ForMap_PartOfAFleetThatIsTooLarge_HasOnlyWhatWasAskedFor()
    {
        var fleet = await ReadAsync(new MapPart { Status = DeviceStatus.Alarm, Most = 3 });

        Assert.Equal((2, true), (fleet.Total, fleet.IsPart));
        Assert.Equal(2, fleet.Devices.Count);
    }

    [Fact]
    public async Task ForMap_OrderlyDevicesThatAreTooMany_AreCountedWhereTheyAre()
    {
        _storage.Fold(
            [
                Stored.Sensor("SMOKE", "5", """{"lonlat":[116.4,39.9]}"""),
                .. Enumerable.Range(0, 30).Select(static i => Stored.Sensor($"BEIJING{i:00}", $"b{i}", string.Create(CultureInfo.InvariantCulture, $$"""{"lonlat":[{{116.40001 + (i * 0.00001)}},39.90001]}"""))),
                .. Enumerable.Range(0, 12).Select(static i => Stored.Sensor($"SANYA{i:00}", $"s{i}", """{"lonlat":[109.50001,18.25001]}""")),
            ]);

        var fleet = await ReadAsync(new MapPart { Most = 10, HasCells = true });

        Assert.Equal((46, true), (fleet.Total, fleet.IsPart));
        Assert.Equal(["LEAK", "SMOKE"], fleet.Devices.Select(static device => device.Sn).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal([12, 30], fleet.Cells.Select(static cell => cell.Count).Order());

        // The marks stand where the map draws, and tell who is in them.
        var beijing = fleet.Cells.Single(static cell => cell.Count == 30);
        var expected = CoordinateTransform.ToWgs84(new GeoPoint(116.40015, 39.90001), CoordinateSystem.Gcj02);
        Assert.Equal(expected.Longitude, beijing.Place.Longitude, 1e-4);
        Assert.Equal(expected.Latitude, beijing.Place.Latitude, 1e-4);
        var members = await _storage.Get<DeviceQueries>().InCellAsync(beijing.Key, null, 100, TestContext.Current.CancellationToken);
        Assert.Equal(30, members.Count);
        Assert.All(members, static device => Assert.StartsWith("BEIJING", device.Sn, StringComparison.Ordinal));
        Assert.Empty(await _storage.Get<DeviceQueries>().InCellAsync(beijing.Key, "leak", 100, TestContext.Current.CancellationToken));
    }

    private Task<MapFleet> ReadAsync(MapPart part) => _storage.Get<DeviceQueries>().ForMapAsync(part, TestContext.Current.CancellationToken);
}
