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
    private readonly SqliteStatements _statements;
    private readonly SqliteMetricIds _metrics;
    private readonly SqliteDeviceTable _devices;
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
        _statements = new SqliteStatements(_connection);
        _metrics = new SqliteMetricIds(_statements);
        _devices = new SqliteDeviceTable(_statements, _metrics);
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

    public override Device? FindDevice(string sn) => _devices.Find(sn);

    /// <summary>Staff enter devices too, so the greatest number is looked up anew in each transaction.</summary>
    public override long NextDeviceId()
    {
        var last = _lastDeviceId ?? long.Parse(SqliteFile.Scalar(_connection, "SELECT coalesce(max(id), 0) FROM devices"), CultureInfo.InvariantCulture);
        _lastDeviceId = last + 1;
        return last + 1;
    }

    public override int MetricId(string key) => _metrics.Of(key);

    public override void SaveDevice(Device device, DeviceSnapshot snapshot) => _devices.Save(device, snapshot);

    public override void SaveLatest(long deviceId, LatestValue value) => _devices.SaveLatest(deviceId, value);

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
        _statements.Dispose();
        _connection.Dispose();
    }

    /// <summary>What is remembered beside the database is read again: after a rollback it may be ahead of it.</summary>
    private void Reload()
    {
        _metrics.Reload();
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

    private SqliteStatement Statement(string sql) => _statements.Of(sql);
}
