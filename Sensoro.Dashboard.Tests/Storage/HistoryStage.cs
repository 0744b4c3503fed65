using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>A state file whose history is written row by row, so that a test knows every reading.</summary>
internal sealed class HistoryStage : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryStorage _storage = new(clock: new FakeTimeProvider(Now));
    private readonly Dictionary<string, int> _metrics = new(StringComparer.Ordinal);
    private long _devices;

    public HistoryStage() => _storage.Get<SqliteDatabase>().EnsureReady();

    public string File => _storage.StateFile;

    public T Get<T>()
        where T : notnull => _storage.Get<T>();

    public static TimeRange Range(DateTimeOffset from, DateTimeOffset to)
    {
        Assert.Equal(TimeRangeFault.None, TimeRange.TryCreate(from, to, Now, out var range));
        return range;
    }

    /// <summary>A device that counts as lost after three intervals.</summary>
    public void AddDevice(string sn, TimeSpan? interval = null)
    {
        var lost = Now + (3 * (interval ?? TimeSpan.FromHours(1)));
        Execute($"""
            INSERT INTO devices (sn, id, app_id, first_seen_at, last_seen_at, last_heard_at, interval_seconds, late_at, lost_at, severity, last_message_id)
            VALUES ('{sn}', {++_devices}, 'app', 0, {Ms(Now)}, {Ms(Now)}, {interval?.TotalSeconds.ToString(CultureInfo.InvariantCulture) ?? "NULL"}, {Ms(lost)}, {Ms(lost)}, 0, {_devices})
            """);
    }

    /// <summary>Adds readings of the newest device.</summary>
    /// <param name="metric">Metric key.</param>
    /// <param name="kind">What the newest value is stored as: 1 number, 2 state.</param>
    /// <param name="readings">Each at a time of its own.</param>
    public void Report(string metric, int kind, IEnumerable<(DateTimeOffset At, double Value)> readings)
    {
        if (!_metrics.TryGetValue(metric, out var id))
        {
            id = _metrics.Count + 1;
            _metrics.Add(metric, id);
            Execute($"INSERT INTO metrics (id, key) VALUES ({id}, '{metric}')");
        }

        Execute($"INSERT INTO latest_values VALUES ({_devices}, {id}, 0, 0, 1, {kind}, 0, 0, 0, NULL, 0, 0)");
        foreach (var some in readings.Chunk(500))
        {
            Execute("INSERT INTO readings (device_id, metric_id, at, value) VALUES " + string.Join(
                ',', some.Select(reading => $"({_devices}, {id}, {Ms(reading.At)}, {reading.Value.ToString("R", CultureInfo.InvariantCulture)})")));
        }

        Execute("DELETE FROM readings_hourly");
        Execute("DELETE FROM readings_daily");
        Execute(SqliteStateSql.FillReadingsHourly);
        Execute(SqliteStateSql.FillReadingsDaily);
    }

    /// <summary>What retention leaves behind: the roll-ups.</summary>
    public void ForgetReadingsBefore(DateTimeOffset day)
    {
        Execute($"INSERT INTO retention (id, readings_from) VALUES (1, {Ms(day)})");
        Execute($"DELETE FROM readings WHERE at < {Ms(day)}");
    }

    public void Execute(string sql) => SqliteReading.Execute(File, sql);

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    private static string Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
