using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;
using Sensoro.Domain.Tasks;
using SQLitePCL;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The state in <c>sensoro.db</c>, written by the projection alone on a connection of its own.</summary>
internal sealed class SqliteStateWriter : StateWriter
{
    private readonly SqliteConnection _connection;
    private readonly SqliteSeriesWriter _series;

    /// <summary>By reference: the texts are constants, and to hash one takes as long as to run some of them.</summary>
    private readonly Dictionary<string, SqliteStatement> _statements = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, int> _metricIds = new(StringComparer.Ordinal);
    private long _cursor;
    private string? _generation;
    private long? _rebuildTo;
    private long _readingsFrom;
    private long? _lastDeviceId;

    public SqliteStateWriter(IOptions<StorageOptions> options, SqliteDatabase database)
    {
        database.EnsureReady();
        _connection = SqliteFile.OpenStateWriter(options.Value.StateFile);
        _series = new SqliteSeriesWriter(_connection);
        Reload();
    }

    public override long Cursor => _cursor;

    public override string? Generation => _generation;

    public override long? RebuildTo => _rebuildTo;

    public override long ReadingsFrom => _readingsFrom;

    public override void Begin()
    {
        Statement("BEGIN IMMEDIATE").Run();
        (_readingsFrom, _lastDeviceId) = (long.MinValue, null);
        var retention = Statement(SqliteStateSql.ReadReadingsFrom);
        while (retention.Step())
        {
            _readingsFrom = retention.Int64(0);
        }
    }

    public override void Commit(long cursor, string generation)
    {
        MoveCursor(Statement(SqliteStateSql.SaveCursor).Bind(1, cursor).Bind(2, generation).Bind(3, _cursor));
        Statement("COMMIT").Run();
        (_cursor, _generation, _rebuildTo) = (cursor, generation, _rebuildTo > cursor ? _rebuildTo : null);
    }

    public override void RollBack()
    {
        try
        {
            Statement("ROLLBACK").Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself; the error that led here is the one that counts.
        }

        Reload();
    }

    public override void BeginRebuild(LogExtent log)
    {
        Begin();
        try
        {
            foreach (var table in log.IsWhole ? SqliteStateSql.RebuiltTables : [])
            {
                SqliteFile.Execute(_connection, $"DELETE FROM {table}");
            }

            Statement(SqliteStateSql.TakeAllBack).Run();
            foreach (var statement in SqliteStateSql.ForgetMessagesFrom)
            {
                Statement(statement).Bind(1, log.OldestId).Run();
            }

            Statement(SqliteStateSql.ForgetDevices).Bind(1, log.OldestId).Bind(2, log.IsWhole ? DateTimeOffset.MinValue : log.OldestReceivedAt)
                .Bind(3, DateTimeOffset.MinValue).Bind(4, (long)PositionSource.Manual).Run();
            MoveCursor(Statement(SqliteStateSql.BeginRebuild).Bind(1, log.OldestId - 1).Bind(2, _cursor));
            Statement("COMMIT").Run();
        }
        catch
        {
            RollBack();
            throw;
        }

        Reload();
    }

    public override Device? FindDevice(string sn)
    {
        var row = Statement(SqliteStateSql.FindDevice).Bind(1, sn);
        if (!row.Step())
        {
            return null;
        }

        var (id, appId) = (row.Int64(0), row.Text(1));
        var snapshot = ReadSnapshot(row, sn);
        row.Reset();
        return Device.Restore(id, appId, snapshot with { Latest = FindLatest(id) });
    }

    /// <summary>Staff enter devices too, so the greatest number is looked up anew in each transaction.</summary>
    public override long NextDeviceId()
    {
        var last = _lastDeviceId ?? long.Parse(SqliteFile.Scalar(_connection, "SELECT coalesce(max(id), 0) FROM devices"), CultureInfo.InvariantCulture);
        _lastDeviceId = last + 1;
        return last + 1;
    }

    public override int MetricId(string key)
    {
        if (!_metricIds.TryGetValue(key, out var id))
        {
            id = _metricIds.Count + 1;
            Statement(SqliteStateSql.SaveMetric).Bind(1, (long)id).Bind(2, key).Run();
            _metricIds.Add(key, id);
        }

        return id;
    }

    public override void SaveDevice(Device device, DeviceSnapshot snapshot)
    {
        var position = snapshot.Position;
        var row = Statement(SqliteStateSql.SaveDevice)
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

    public override void SaveLatest(long deviceId, LatestValue value)
    {
        var v = value.Value;
        Statement(SqliteStateSql.SaveLatest).Bind(1, deviceId).Bind(2, (long)MetricId(value.Metric)).Bind(3, value.At)
            .Bind(4, value.Since).Bind(5, value.MessageId).Bind(6, (long)v.Kind).Bind(7, v.X).Bind(8, v.Y).Bind(9, v.Z)
            .Bind(10, v.Text).Bind(11, v.Active).Bind(12, v.HasNumber).Run();
    }

    public override void SaveReading(SeriesId series, long at, Reading reading) => _series.Save(series, at, reading);

    public override void MergeRollup(RollupSpan span, SeriesId series, long at, Rollup added, bool areNewest) =>
        _series.Merge(span, series, at, added, areNewest);

    public override void RecomputeRollup(RollupSpan span, SeriesId series, long at) => _series.Recompute(span, series, at);

    public override void SaveDeviceMessage(long deviceId, long messageId) =>
        Statement(SqliteStateSql.SaveDeviceMessage).Bind(1, deviceId).Bind(2, messageId).Run();

    public override void SaveTaskResult(TaskResult result)
    {
        var row = Statement(SqliteStateSql.SaveTaskResult).Bind(1, result.MessageId).Bind(2, result.AppId).Bind(3, result.TaskId)
            .Bind(4, result.ResultCode).Bind(6, result.ResultData).Bind(7, result.CreatedAt).Bind(8, result.ReceivedAt);
        if (result.Success is { } success)
        {
            row.Bind(5, success);
        }
        else
        {
            row.BindNull(5);
        }

        row.Run();
    }

    public override void AddPushes(long minute, int count) =>
        Statement(SqliteStateSql.AddPushes).Bind(1, minute).Bind(2, (long)count).Run();

    public override void SetAside(SetAsideMessage message) => Statement(SqliteStateSql.SetAside)
        .Bind(1, message.Id).Bind(2, message.Sn).Bind(3, message.Error).Bind(4, message.Stack).Bind(5, (long)message.Tries).Bind(6, message.FailedAt).Run();

    public override void TakeBack(long messageId) => Statement(SqliteStateSql.TakeBack).Bind(1, messageId).Run();

    /// <summary>What another value would not have avoided: the disk, locks, memory, a file that is broken, or another program.</summary>
    public override bool IsUnwritable(Exception fault) => fault switch
    {
        SqliteException sqlite when SqliteFault.KindOf(sqlite) is raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE or raw.SQLITE_ERROR => false,
        SqliteException or StorageException or IOException or OutOfMemoryException => true,
        _ => false,
    };

    public override void Clear()
    {
        Begin();
        foreach (var table in SqliteStateSql.FoldedTables)
        {
            SqliteFile.Execute(_connection, $"DELETE FROM {table}");
        }

        Statement(SqliteStateSql.EndRebuild).Run();
        Statement("COMMIT").Run();
        Reload();
    }

    protected override void Dispose(bool disposing)
    {
        _series.Dispose();
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
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
        var row = Statement(SqliteStateSql.FindLatest).Bind(1, deviceId);
        while (row.Step())
        {
            var value = MetricValues.Restore(
                (MetricValueKind)row.Int32(4), row.Double(5), row.Double(6), row.Double(7), row.TextOrNull(8), row.Int32(9) != 0, row.Int32(10) != 0);
            values.Add(new LatestValue(row.Text(0), value, row.Time(1), row.Time(2), row.Int64(3)));
        }

        return values;
    }

    /// <summary>What is remembered beside the database is read again: after a rollback it may be ahead of it.</summary>
    private void Reload()
    {
        _metricIds.Clear();
        var metrics = Statement("SELECT key, id FROM metrics");
        while (metrics.Step())
        {
            _metricIds.Add(metrics.Text(0), metrics.Int32(1));
        }

        (_cursor, _generation, _rebuildTo) = (0, null, null);
        var cursor = Statement(SqliteStateSql.ReadCursor);
        while (cursor.Step())
        {
            (_cursor, _generation, _rebuildTo) = (cursor.Int64(0), cursor.Text(1), cursor.IsNull(2) ? null : cursor.Int64(2));
        }
    }

    /// <summary>Two programs that fold into one state would each undo what the other remembers.</summary>
    private static void MoveCursor(SqliteStatement cursor)
    {
        if (cursor.RunAndCount() != 1)
        {
            throw new StorageException("Another program is folding messages into the state (sensoro.db). Only one may run at a time.");
        }
    }

    private SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(_connection, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }
}
