using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Domain.Devices;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Storage;

public sealed class MapFleetTests : IAsyncLifetime
{
    private readonly TemporaryStorage _storage = Folding.NewStorage();

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

    private Task<MapFleet> ReadAsync(MapPart part) => _storage.Get<DeviceQueries>().ForMapAsync(part, TestContext.Current.CancellationToken);
}
