using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Storage;

public sealed class ReliabilityQueriesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = HistoryStage.Now;

    private readonly HistoryStage _stage = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Reliability_OfADeviceThatMissedATenth_IsNineTenths()
    {
        _stage.AddDevice("A", TimeSpan.FromMinutes(30));
        _stage.Report("temperature", 1, Reports(20 * 48).Where(static (_, i) => i % 10 != 0));
        _stage.Report("battery", 1, Reports(20 * 48).Where(static (_, i) => i % 48 == 0));

        var found = await ReadAsync("A");

        Assert.Equal(7 * 48, found?.Expected);
        Assert.InRange(found?.Share ?? 0, 0.895, 0.905);
    }

    [Fact]
    public async Task Reliability_OfANewDevice_CountsFromItsFirstReport()
    {
        _stage.AddDevice("A", TimeSpan.FromMinutes(30));
        _stage.Report("temperature", 1, Reports(5));

        Assert.Equal(new Reliability(5, 5), await ReadAsync("A"));
    }

    [Fact]
    public async Task Reliability_WithoutAnInterval_ExpectsNothing()
    {
        _stage.AddDevice("A");
        _stage.Report("temperature", 1, Reports(5));

        var found = await ReadAsync("A");

        Assert.Equal((5, 0, null), (found?.Received, found?.Expected, found?.Share));
    }

    [Fact]
    public async Task Reliability_OfADeviceSilentForAWeek_IsNothing()
    {
        _stage.AddDevice("A", TimeSpan.FromHours(1));
        _stage.Report("temperature", 1, [(Now.AddDays(-9), 1)]);

        Assert.Equal(new Reliability(0, 168), await ReadAsync("A"));
    }

    [Fact]
    public async Task Reliability_OfAnUnknownDevice_IsNotKnown() => Assert.Null(await ReadAsync("nobody"));

    /// <summary>A report each half hour, the newest one ten minutes ago.</summary>
    private static IEnumerable<(DateTimeOffset At, double Value)> Reports(int count) =>
        Enumerable.Range(0, count).Select(i => (Now.AddMinutes(-10 - (30 * i)), (double)i));

    private Task<Reliability?> ReadAsync(string sn) => _stage.Get<ReliabilityQueries>().ReadAsync(sn, Now, TestContext.Current.CancellationToken);
}
