using System.Globalization;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Storage;

public sealed class TrackQueriesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = HistoryStage.Now;

    private readonly HistoryStage _stage = new();

    public ValueTask InitializeAsync()
    {
        _stage.AddDevice("A");
        _stage.Report("lonlat", 5, Enumerable.Range(0, 2_000).Select(static i => (Now.AddMinutes(-i - 1), 116 + (i / 2_000.0))));
        _stage.Execute("UPDATE readings SET y = 39.9");
        _stage.Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO readings (device_id, metric_id, at, value) VALUES (1, 1, {Now.AddSeconds(-30).ToUnixTimeMilliseconds()}, 0)"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Track_OfARange_IsItsFixesInWgs84()
    {
        var track = await ReadAsync("A", 10, 500);

        Assert.Equal(10, track?.Count);
        Assert.Equal(
            (Now.AddMinutes(-1), CoordinateTransform.ToWgs84(new GeoPoint(116, 39.9), CoordinateSystem.Gcj02)),
            (track?[^1].At, track?[^1].Place));
    }

    [Fact]
    public async Task Track_LongerThanTheBudget_KeepsItsEnds()
    {
        var track = await ReadAsync("A", 3_000, 20);

        Assert.Equal((20, Now.AddMinutes(-2_000), Now.AddMinutes(-1)), (track?.Count, track?[0].At, track?[^1].At));
    }

    [Fact]
    public async Task Track_WithASilenceLongerThanItsDeviceMayKeep_IsMarkedBehindIt()
    {
        _stage.AddDevice("B", TimeSpan.FromMinutes(1));
        _stage.Report("lonlat", 5, Enumerable.Range(0, 62).Where(static minutes => minutes is 19 or 20 or (> 57 and < 61)).Select(static minutes => (Now.AddMinutes(-minutes), 116.0)));
        _stage.Execute("UPDATE readings SET y = 39.9");

        var track = await ReadAsync("B", 90, 500);

        Assert.Equal([false, false, false, true, false], track?.Select(static point => point.IsAfterGap));
    }

    [Fact]
    public async Task Track_OfAnUnknownDevice_IsNotKnown() => Assert.Null(await ReadAsync("nobody", 10, 500));

    private Task<IReadOnlyList<TrackPoint>?> ReadAsync(string sn, int minutes, int points) =>
        _stage.Get<TrackQueries>().ReadAsync(sn, HistoryStage.Range(Now.AddMinutes(-minutes), Now), points, TestContext.Current.CancellationToken);
}
