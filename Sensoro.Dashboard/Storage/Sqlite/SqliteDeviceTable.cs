using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The rows of devices and of their latest values, as the projection reads and writes them.</summary>
internal sealed class SqliteDeviceTable(SqliteStatements statements, SqliteMetricIds metrics)
{
    public Device? Find(string sn)
    {
        var row = statements.Of(SqliteStateSql.FindDevice).Bind(1, sn);
        if (!row.Step())
        {
            return null;
        }

        var (id, appId) = (row.Int64(0), row.Text(1));
        var snapshot = ReadSnapshot(row, sn);
        row.Reset();
        return Device.Restore(id, appId, snapshot with { Latest = FindLatest(id) });
    }

    public void Save(Device device, DeviceSnapshot snapshot)
    {
        var position = snapshot.Position;
        var row = statements.Of(SqliteStateSql.SaveDevice)
            .Bind(1, snapshot.Sn).Bind(2, device.Id).Bind(3, device.AppId).Bind(4, snapshot.DeviceType)
            .Bind(5, snapshot.FirstSeenAt).Bind(6, snapshot.LastSeenAt).Bind(7, snapshot.LastReportedAt)
            .Bind(8, snapshot.LastHeardAt).Bind(9, snapshot.Battery).Bind(10, snapshot.Interval?.TotalSeconds)
            .Bind(11, snapshot.LateAt).Bind(12, snapshot.LostAt).Bind(13, (long)Said(snapshot))
            .Bind(14, position?.Raw.Longitude).Bind(15, position?.Raw.Latitude).Bind(17, position?.At)
            .Bind(19, snapshot.LastMessageId);
        if (position is null)
        {
            row.BindNull(16).BindNull(18);
        }
        else
        {
            row.Bind(16, (long)position.Datum).Bind(18, (long)position.Source);
        }

        row.Run();
    }

    public void SaveLatest(long deviceId, LatestValue value)
    {
        var v = value.Value;
        statements.Of(SqliteStateSql.SaveLatest).Bind(1, deviceId).Bind(2, (long)metrics.Of(value.Metric)).Bind(3, value.At)
            .Bind(4, value.Since).Bind(5, value.MessageId).Bind(6, (long)v.Kind).Bind(7, v.X).Bind(8, v.Y).Bind(9, v.Z)
            .Bind(10, v.Text).Bind(11, v.Active).Bind(12, v.HasNumber).Run();
    }

    /// <summary>What the device itself says. Whether it is under maintenance only the database knows for certain.</summary>
    private static AlarmSeverity Said(DeviceSnapshot device) =>
        device.Severity < AlarmSeverity.None ? SeverityRule.Worst(device.Latest) : device.Severity;

    private static DeviceSnapshot ReadSnapshot(SqliteStatement row, string sn) => new()
    {
        Sn = sn,
        Name = row.TextOrNull(2),
        DeviceType = row.TextOrNull(3),
        FirstSeenAt = row.Time(4),
        LastSeenAt = row.Time(5),
        LastReportedAt = row.TimeOrNull(6),
        LastHeardAt = row.Time(7),
        LateAt = row.Time(8),
        LostAt = row.Time(9),
        Position = row.IsNull(10)
            ? null
            : new DevicePosition(new GeoPoint(row.Double(10), row.Double(11)), (CoordinateSystem)row.Int32(12), row.Time(13), (PositionSource)row.Int32(14)),
        LastMessageId = row.Int64(15),
        Tags = DeviceLabels.FromStored(row.TextOrNull(2), row.TextOrNull(16)).Tags,
        Revision = row.Int32(17),
        MaintenanceUntil = row.TimeOrNull(18),
        Latest = [],
    };

    private List<LatestValue> FindLatest(long deviceId)
    {
        var values = new List<LatestValue>();
        var row = statements.Of(SqliteStateSql.FindLatest).Bind(1, deviceId);
        while (row.Step())
        {
            var value = MetricValues.Restore(
                (MetricValueKind)row.Int32(4), row.Double(5), row.Double(6), row.Double(7), row.TextOrNull(8), row.Int32(9) != 0, row.Int32(10) != 0);
            values.Add(new LatestValue(row.Text(0), value, row.Time(1), row.Time(2), row.Int64(3)));
        }

        return values;
    }
}
