using Microsoft.Data.Sqlite;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>
/// Writes series and their roll-ups straight into the tables, in the order of their keys: everything appends. It does by hand what
/// the projection does push by push.
/// </summary>
internal sealed class HistoryWriter : IDisposable
{
    private const long Hour = 60 * 60 * 1_000;
    private const string RollupColumns = "(device_id, metric_id, at, min, max, sum, count, first, last) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

    private readonly Statement _reading;
    private readonly Statement _hourly;
    private readonly Statement _daily;

    public HistoryWriter(SqliteConnection connection)
    {
        _reading = new Statement(connection, "INSERT INTO readings (device_id, metric_id, at, value) VALUES (?1, ?2, ?3, ?4)");
        _hourly = new Statement(connection, $"INSERT INTO readings_hourly {RollupColumns}");
        _daily = new Statement(connection, $"INSERT INTO readings_daily {RollupColumns}");
    }

    /// <summary>Writes a whole series, oldest first.</summary>
    /// <returns>Its last value.</returns>
    public double Write(long deviceId, int metricId, IEnumerable<(long At, double Value)> series)
    {
        Rollup? hour = null;
        Rollup? day = null;
        double last = 0;
        foreach (var (at, value) in series)
        {
            _reading.Bind(1, deviceId).Bind(2, metricId).Bind(3, at).Bind(4, value).Run();
            hour = Add(hour, at / Hour * Hour, value, _hourly, deviceId, metricId);
            day = Add(day, at / HistoryPlan.Day * HistoryPlan.Day, value, _daily, deviceId, metricId);
            last = value;
        }

        Save(hour, _hourly, deviceId, metricId);
        Save(day, _daily, deviceId, metricId);
        return last;
    }

    public void Dispose()
    {
        _reading.Dispose();
        _hourly.Dispose();
        _daily.Dispose();
    }

    private static Rollup Add(Rollup? open, long bucket, double value, Statement table, long deviceId, int metricId)
    {
        if (open is { } rollup && rollup.At == bucket)
        {
            rollup.Add(value);
            return rollup;
        }

        Save(open, table, deviceId, metricId);
        return new Rollup(bucket, value);
    }

    private static void Save(Rollup? full, Statement table, long deviceId, int metricId)
    {
        if (full is { } rollup)
        {
            table.Bind(1, deviceId).Bind(2, metricId).Bind(3, rollup.At).Bind(4, rollup.Min).Bind(5, rollup.Max).Bind(6, rollup.Sum)
                .Bind(7, rollup.Count).Bind(8, rollup.First).Bind(9, rollup.Last).Run();
        }
    }
}
