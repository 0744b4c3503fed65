using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>What is said of several series, of requests that ask too much, and of times whose readings are gone.</summary>
public sealed class SeriesQueriesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = HistoryStage.Now;

    private readonly HistoryStage _stage = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Series_OfWhichOneIsTooLong_AreAllToldInTheSameBuckets()
    {
        AddMinutes("A", 600);
        AddMinutes("B", 3);

        var answer = await ReadAsync(new() { Keys = [new("B", "temperature"), new("nobody", "temperature"), new("A", "temperature"), new("A", "humidity")], Range = LastHours(10), Points = 100 });

        Assert.Equal(["B", "A", "A"], answer.Series.Select(series => series.Key.Sn), StringComparer.Ordinal);
        Assert.Equal("PT10M", Assert.Single(answer.Series.Select(series => series.Resolution.ToString()).Distinct(StringComparer.Ordinal)));
        Assert.Equal([3, 600, 0], answer.Series.Select(series => series.Points.Sum(point => point.Count)));
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Series[0].Interval);
    }

    [Fact]
    public async Task Series_OfReadingsThatCameLate_SayHowLate()
    {
        AddMinutes("A", 3);
        _stage.Execute("UPDATE readings SET late_by = 7200 WHERE at = (SELECT min(at) FROM readings)");

        var series = Assert.Single((await ReadAsync(new() { Keys = [new("A", "temperature")], Range = LastHours(1) })).Series);

        Assert.Equal([TimeSpan.FromHours(2), null, null], series.Points.Select(point => point.LateBy));
    }

    [Fact]
    public async Task Series_OfAllTime_AreAsFineAsTheTimeThatHasReadings()
    {
        AddMinutes("A", 2_000);

        var series = Assert.Single((await ReadAsync(new() { Keys = [new("A", "temperature")], Range = HistoryStage.Range(Now.AddYears(-19), Now.AddDays(1)), Points = 500 })).Series);

        Assert.Equal("PT10M", series.Resolution.ToString());
        Assert.Equal(2_000, series.Points.Sum(point => point.Count));
    }

    [Fact]
    public async Task Series_OfMoreThanTwelve_AreRefused() =>
        Assert.Equal(SeriesFault.TooManySeries, (await ReadAsync(new() { Keys = [.. Enumerable.Repeat(new SeriesKey("A", "temperature"), 13)], Range = LastHours(1) })).Fault);

    [Fact]
    public async Task Resolution_ThatMakesTooManyPoints_IsRefusedAndAnotherNamed()
    {
        AddMinutes("A", 1_501);

        var raw = await ReadAsync(new() { Keys = [new("A", "temperature")], Range = LastHours(48), Resolution = Resolution.Raw });
        var instead = await ReadAsync(new() { Keys = [new("A", "temperature")], Range = LastHours(48), Resolution = raw.Instead });

        Assert.Equal((SeriesFault.TooManyPoints, "PT2M"), (raw.Fault, raw.Instead?.ToString()));
        Assert.Equal(1_501, Assert.Single(instead.Series).Points.Sum(point => point.Count));
    }

    [Theory]
    [InlineData(null, "PT1H")]
    [InlineData("raw", "PT1H")]
    [InlineData("PT5M", "PT1H")]
    [InlineData("PT90M", "PT2H")]
    [InlineData("PT6H", "PT6H")]
    [InlineData("day", "day UTC")]
    public async Task Series_BeforeRetention_ComeFromTheRollups(string? wanted, string told)
    {
        AddMinutes("A", 3_000);
        _stage.ForgetReadingsBefore(new DateTimeOffset(Now.Date, TimeSpan.Zero));
        Assert.True(wanted is null || Resolution.TryParse(wanted, TimeZoneInfo.Utc, out _));
        var resolution = Resolution.TryParse(wanted, TimeZoneInfo.Utc, out var parsed) ? parsed : null;

        var series = Assert.Single((await ReadAsync(new() { Keys = [new("A", "temperature")], Range = HistoryStage.Range(Now.AddDays(-4), Now.AddMinutes(1)), Points = 1_500, Resolution = resolution })).Series);

        Assert.Equal(told, series.Resolution.ToString(), ignoreCase: true);
        Assert.Equal(3_000, series.Points.Sum(point => point.Count));
    }

    [Fact]
    public async Task Series_AfterRetention_AreRaw()
    {
        AddMinutes("A", 3_000);
        _stage.ForgetReadingsBefore(new DateTimeOffset(Now.Date, TimeSpan.Zero));

        var series = Assert.Single((await ReadAsync(new() { Keys = [new("A", "temperature")], Range = LastHours(1) })).Series);

        Assert.True(series.Resolution.IsRaw);
        Assert.Equal(60, series.Points.Count);
    }

    [Theory]
    [InlineData("temperature", true)]
    [InlineData("homemade", true)]
    [InlineData("never", false)]
    public async Task Metric_ThatIsListedOrWasReported_IsKnown(string metric, bool known)
    {
        _stage.AddDevice("A");
        _stage.Report("homemade", 1, [(Now, 1)]);

        Assert.Equal(known, await _stage.Get<SeriesQueries>().IsKnownAsync(metric, TestContext.Current.CancellationToken));
    }

    private static TimeRange LastHours(int hours) => HistoryStage.Range(Now.AddHours(-hours), Now);

    /// <summary>A reading at each of the last full minutes before now.</summary>
    private void AddMinutes(string sn, int count)
    {
        _stage.AddDevice(sn, TimeSpan.FromMinutes(1));
        _stage.Report("temperature", 1, Enumerable.Range(1, count).Select(i => (Now.AddMinutes(-i), (double)i)));
    }

    private Task<SeriesAnswer> ReadAsync(SeriesRequest request) => _stage.Get<SeriesQueries>().ReadAsync(request, TestContext.Current.CancellationToken);
}
