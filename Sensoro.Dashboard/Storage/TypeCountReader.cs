using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Counts devices by type and state. How many raise an alarm, were never heard of or are worked on is kept by the database itself; of the others only the silent ones
/// are counted, each type's in its own run of an index.
/// </summary>
internal static class TypeCountReader
{
    public static async Task<List<TypeCounts>> ReadAsync(SensoroDbContext state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moment = now.ToUnixTimeMilliseconds();
        var rows = await state.Database.SqlQuery<CountRow>($"""
            SELECT c.device_type AS DeviceType, c.severity AS Severity, c.count AS Count,
                CASE c.severity WHEN 0 THEN (
                    SELECT count(*) FROM devices d WHERE d.device_type IS nullif(c.device_type, '') AND d.severity = 0 AND d.late_at <= {moment}) ELSE 0 END
                + CASE WHEN c.severity = 0 AND c.device_type = '' THEN (
                    SELECT count(*) FROM devices d WHERE d.device_type = '' AND d.severity = 0 AND d.late_at <= {moment}) ELSE 0 END AS Late,
                CASE c.severity WHEN 0 THEN (
                    SELECT count(*) FROM devices d WHERE d.device_type IS nullif(c.device_type, '') AND d.severity = 0 AND d.lost_at <= {moment}) ELSE 0 END
                + CASE WHEN c.severity = 0 AND c.device_type = '' THEN (
                    SELECT count(*) FROM devices d WHERE d.device_type = '' AND d.severity = 0 AND d.lost_at <= {moment}) ELSE 0 END AS Lost
            FROM fleet_counts c WHERE c.count > 0 ORDER BY c.device_type
            """).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(static row => row.DeviceType, StringComparer.Ordinal).Select(static type => Counts(type.Key, type))];
    }

    private static TypeCounts Counts(string type, IEnumerable<CountRow> rows)
    {
        var byStatus = new int[FleetCounts.Empty.ByStatus.Count];
        foreach (var row in rows)
        {
            switch (row.Severity)
            {
                case AlarmSeverity.Alarm:
                    byStatus[(int)DeviceStatus.Alarm] = row.Count;
                    break;
                case AlarmSeverity.Malfunction:
                    byStatus[(int)DeviceStatus.Malfunction] = row.Count;
                    break;
                case AlarmSeverity.Maintenance:
                    byStatus[(int)DeviceStatus.Maintenance] = row.Count;
                    break;
                case AlarmSeverity.NeverSeen:
                    byStatus[(int)DeviceStatus.NeverSeen] = row.Count;
                    break;
                case AlarmSeverity.None:
                    // Whoever is lost has been late before.
                    byStatus[(int)DeviceStatus.Lost] = row.Lost;
                    byStatus[(int)DeviceStatus.Late] = row.Late - row.Lost;
                    byStatus[(int)DeviceStatus.Normal] = row.Count - row.Late;
                    break;
            }
        }

        return new TypeCounts(type, byStatus);
    }

    private sealed record CountRow(string DeviceType, AlarmSeverity Severity, int Count, int Late, int Lost);
}
