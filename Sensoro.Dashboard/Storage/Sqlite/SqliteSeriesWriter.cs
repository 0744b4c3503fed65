using Microsoft.Data.Sqlite;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Writes readings and their roll-ups. These are most of the rows of a fold, so every statement is prepared once.</summary>
internal sealed class SqliteSeriesWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _save = new(connection, SqliteStateSql.SaveReading);
    private readonly SqliteStatement _hourOfReadings = new(connection, SqliteStateSql.ReadingsOfHour);
    private readonly SqliteStatement _dayOfHours = new(connection, SqliteStateSql.HoursOfDay);
    private readonly SqliteStatement _mergeHour = new(connection, SqliteStateSql.MergeRollup("readings_hourly"));
    private readonly SqliteStatement _mergeDay = new(connection, SqliteStateSql.MergeRollup("readings_daily"));
    private readonly SqliteStatement _saveHour = new(connection, SqliteStateSql.SaveRollup("readings_hourly"));
    private readonly SqliteStatement _saveDay = new(connection, SqliteStateSql.SaveRollup("readings_daily"));
    private readonly SqliteStatement _removeHour = new(connection, SqliteStateSql.RemoveRollup("readings_hourly"));
    private readonly SqliteStatement _removeDay = new(connection, SqliteStateSql.RemoveRollup("readings_daily"));

    private SeriesId _boundSeries;
    private bool _isBoundPlain;

    /// <summary>Binds what differs from the reading before: most have its series, and all but time and value empty.</summary>
    public void Save(SeriesId series, long at, Reading reading)
    {
        if (series != _boundSeries)
        {
            _boundSeries = series;
            _save.Bind(1, series.DeviceId).Bind(2, (long)series.MetricId);
        }

        var value = reading.Value;
        var isPlain = value.IsOneNumber && reading.LateBy is null;
        if (!isPlain || !_isBoundPlain)
        {
            BindRest(value, reading.LateBy);
        }

        _isBoundPlain = isPlain;
        _save.Bind(3, at).Bind(4, value.Kind is MetricValueKind.Text or MetricValueKind.Json ? null : value.Level).Run();
    }

    public void Merge(RollupSpan span, SeriesId series, long at, Rollup added, bool areNewest)
    {
        var row = span == RollupSpan.Hour ? _mergeHour : _mergeDay;
        Values(Key(row, series, at), added).Bind(10, areNewest).Run();
    }

    public void Recompute(RollupSpan span, SeriesId series, long at)
    {
        var (rollup, save, remove) = span == RollupSpan.Hour ? (ReadHour(series, at), _saveHour, _removeHour) : (ReadDay(series, at), _saveDay, _removeDay);
        if (rollup.Count > 0)
        {
            Values(Key(save, series, at), rollup).Run();
        }
        else
        {
            Key(remove, series, at).Run();
        }
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _save, _hourOfReadings, _dayOfHours, _mergeHour, _mergeDay, _saveHour, _saveDay, _removeHour, _removeDay })
        {
            statement.Dispose();
        }
    }

    private void BindRest(MetricValue value, TimeSpan? lateBy)
    {
        _save.Bind(5, value.Kind is MetricValueKind.Vector or MetricValueKind.Position ? value.Y : null);
        _save.Bind(6, value.Kind is MetricValueKind.Vector ? value.Z : null);
        _save.Bind(7, value.Text);
        if (lateBy is { } late)
        {
            _save.Bind(8, (long)Math.Min(late.TotalSeconds, int.MaxValue));
        }
        else
        {
            _save.BindNull(8);
        }
    }

    private static SqliteStatement Key(SqliteStatement row, SeriesId series, long at) =>
        row.Bind(1, series.DeviceId).Bind(2, (long)series.MetricId).Bind(3, at);

    private static SqliteStatement Values(SqliteStatement row, Rollup rollup) =>
        row.Bind(4, rollup.Min).Bind(5, rollup.Max).Bind(6, rollup.Sum).Bind(7, rollup.Count).Bind(8, rollup.First).Bind(9, rollup.Last);

    private Rollup ReadHour(SeriesId series, long at)
    {
        var rollup = default(Rollup);
        Key(_hourOfReadings, series, at).Bind(4, at + RollupSpans.Hour);
        while (_hourOfReadings.Step())
        {
            rollup.Add(_hourOfReadings.Double(0));
        }

        return rollup;
    }

    private Rollup ReadDay(SeriesId series, long at)
    {
        var rollup = default(Rollup);
        var row = Key(_dayOfHours, series, at).Bind(4, at + RollupSpans.Day);
        while (row.Step())
        {
            rollup.Add(Rollup.Restore(row.Double(0), row.Double(1), row.Double(2), row.Int64(3), row.Double(4), row.Double(5)));
        }

        return rollup;
    }
}
