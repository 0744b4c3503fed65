using FsCheck.Xunit;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>In whatever order, how often and how late pushes come, and however the log is cut into folds.</summary>
public sealed class RollupPropertyTests
{
    [Property(MaxTest = 35, Arbitrary = [typeof(RandomPushGenerator)])]
    public async Task Rollups_OfAnyPushes_EqualARecomputationFromTheReadings(RandomPushes pushes)
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder.Path, pushes, static storage =>
        {
            Assert.Equal(storage.RecomputedRollups(3_600_000), storage.Rollups("readings_hourly"), StringComparer.Ordinal);
            Assert.Equal(storage.RecomputedRollups(86_400_000), storage.Rollups("readings_daily"), StringComparer.Ordinal);
        });
    }

    [Property(MaxTest = 35, Arbitrary = [typeof(RandomPushGenerator)])]
    public async Task State_OfAnyPushes_IsTheNewestByReportAndEveryReadingOnce(RandomPushes pushes)
    {
        using var folder = new TemporaryFolder();
        var measured = pushes.Messages().SelectMany(static (message, i) => Measurements(message, i + 1)).ToArray();
        var latest = measured.Where(static one => one.Value.Kind != MetricValueKind.Invalid)
            .GroupBy(static one => (one.Sn, one.Key)).Select(static group => group.OrderBy(static one => one.At).ThenBy(static one => one.Id).Last());
        var readings = measured.Where(static one => one.Value.Kind is not (MetricValueKind.Invalid or MetricValueKind.NoFix))
            .GroupBy(static one => (one.Sn, one.Key, one.At)).Select(static group => group.Last());
        await RunAsync(folder.Path, pushes, storage =>
        {
            Assert.Equal(
                latest.Select(static one => $"{one.Sn}|{one.Key}|{one.At.ToUnixTimeMilliseconds()}|{one.Id}|{(int)one.Value.Kind}").Order(StringComparer.Ordinal),
                SqliteReading.Rows(storage.StateFile, "SELECT d.sn, m.key, l.at, l.message_id, l.kind FROM latest_values l JOIN devices d ON d.id = l.device_id JOIN metrics m ON m.id = l.metric_id").Order(StringComparer.Ordinal),
                StringComparer.Ordinal);
            Assert.Equal(
                readings.Select(static one => $"{one.Sn}|{one.Key}|{one.At.ToUnixTimeMilliseconds()}|{one.Value.Text}").Order(StringComparer.Ordinal),
                SqliteReading.Rows(storage.StateFile, "SELECT d.sn, m.key, r.at, r.text FROM readings r JOIN devices d ON d.id = r.device_id JOIN metrics m ON m.id = r.metric_id").Order(StringComparer.Ordinal),
                StringComparer.Ordinal);
        });
    }

    [Property(MaxTest = 20, Arbitrary = [typeof(RandomPushGenerator)])]
    public async Task State_OfAnyPushes_DoesNotDependOnTheFolds(RandomPushes pushes)
    {
        using var cut = new TemporaryFolder();
        using var whole = new TemporaryFolder();
        IReadOnlyList<string> content = [];
        await RunAsync(cut.Path, pushes, storage => content = storage.Content());
        await RunAsync(whole.Path, pushes with { Folds = [int.MaxValue] }, storage => Assert.Equal(storage.Content(), content, StringComparer.Ordinal));
    }

    private static async Task RunAsync(string folder, RandomPushes pushes, Action<TemporaryStorage> check)
    {
        await using var storage = Folding.NewStorage(dataDirectory: folder);
        storage.Log.Append(pushes.Messages());
        storage.FoldAll(pushes.Folds);
        check(storage);
    }

    private static IEnumerable<(string Sn, string Key, DateTimeOffset At, long Id, MetricValue Value)> Measurements(NewMessage message, long id)
    {
        Assert.True(PushParser.TryReadEnvelope(message.Body, out var envelope, out _));
        return Assert.IsType<SensorPush>(PushParser.ReadPush(envelope, default)).Measurements
            .Select(one => (message.Sn ?? "", one.Key, message.CreatedAt ?? default, id, one.Value));
    }
}
