using Microsoft.Data.Sqlite;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Simulator.Bench.Load;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>Writes devices and their latest values. The triggers of the table keep its search index and its counts.</summary>
internal sealed class FleetWriter : IDisposable
{
    private static readonly string[] Types = ["temp_humi", "smoke", "leak", "op_node", "tracker"];
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(HistoryPlan.Step);

    private readonly Statement _device;
    private readonly Statement _latest;

    public FleetWriter(SqliteConnection connection)
    {
        _device = new Statement(connection, """
            INSERT INTO devices (sn, id, app_id, name, device_type, first_seen_at, last_seen_at, last_reported_at, last_heard_at, battery,
                                 interval_seconds, late_at, lost_at, severity, longitude, latitude, datum, position_at, position_source, last_message_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?7, ?16, 0)
            """);
        _latest = new Statement(connection, """
            INSERT INTO latest_values (device_id, metric_id, at, since, message_id, kind, value, y, z, text, active, has_number)
            VALUES (?1, ?2, ?3, ?3, 0, ?4, ?5, 0, 0, NULL, 0, 1)
            """);
    }

    public void WriteDevice(long id, string sn, long firstAt, long lastAt, double battery, SeededRandom random)
    {
        var (lateAt, lostAt) = new PresenceRule(Interval).From(DateTimeOffset.FromUnixTimeMilliseconds(lastAt), Interval);
        var severity = random.Percent(97) ? AlarmSeverity.None : random.Chance(0.5) ? AlarmSeverity.Malfunction : AlarmSeverity.Alarm;
        _device.Bind(1, sn).Bind(2, id).Bind(3, BenchKeys.AppId).Bind(4, $"Room {id % 997}, building {id % 89}").Bind(5, random.Pick(Types))
            .Bind(6, firstAt).Bind(7, lastAt).Bind(8, battery).Bind(9, Interval.TotalSeconds)
            .Bind(10, lateAt.ToUnixTimeMilliseconds()).Bind(11, lostAt.ToUnixTimeMilliseconds()).Bind(12, (long)severity)
            .Bind(13, random.Between(100, 120)).Bind(14, random.Between(22, 42)).Bind(15, (long)CoordinateSystem.Gcj02).Bind(16, (long)PositionSource.Fix)
            .Run();
    }

    public void WriteLatest(long id, int metricId, long at, double value) =>
        _latest.Bind(1, id).Bind(2, metricId).Bind(3, at).Bind(4, (long)MetricValueKind.Number).Bind(5, value).Run();

    public void Dispose()
    {
        _device.Dispose();
        _latest.Dispose();
    }
}
