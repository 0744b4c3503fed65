using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Reads history within one snapshot of the state, so that counts and points of one answer belong together although the
/// projection goes on. Each statement is prepared once for all series of a request.
/// </summary>
internal sealed class SeriesReader : IAsyncDisposable
{
    private readonly SensoroDbContext _state;
    private readonly DbConnection _connection;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    private bool _begun;

    private SeriesReader(SensoroDbContext state)
    {
        _state = state;
        _connection = state.Database.GetDbConnection();
    }

    /// <summary>Readings before it are gone or going, Unix milliseconds; only roll-ups tell of them.</summary>
    public long RawFrom { get; private set; }

    public static async Task<SeriesReader> OpenAsync(IDbContextFactory<SensoroDbContext> states, CancellationToken cancellationToken)
    {
        var reader = new SeriesReader(await states.CreateDbContextAsync(cancellationToken));
        try
        {
            await reader._state.Database.OpenConnectionAsync(cancellationToken);

            // By hand, because the provider's own transactions want to write.
            await reader.ExecuteAsync("BEGIN", cancellationToken);
            reader._begun = true;
            reader.RawFrom = await reader.ScalarAsync(SeriesSql.ReadingsFrom, cancellationToken) is long from ? from : long.MinValue;
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    /// <returns>Null when the device is not known.</returns>
    public async Task<SeriesIdentity?> FindAsync(SeriesKey key, CancellationToken cancellationToken)
    {
        await using var device = await RunAsync(SeriesSql.FindDevice, cancellationToken, ("@sn", key.Sn));
        if (!await device.ReadAsync(cancellationToken))
        {
            return null;
        }

        return Identity(device, await MetricIdAsync(key.Metric, cancellationToken) ?? 0);
    }

    /// <returns>Null when nothing was ever reported under this key.</returns>
    public async Task<int?> MetricIdAsync(string key, CancellationToken cancellationToken) =>
        await ScalarAsync(SeriesSql.FindMetric, cancellationToken, ("@key", key)) is long id ? (int)id : null;

    /// <summary>The metrics that a device has reported and whose newest value is of a wanted kind.</summary>
    public async Task<List<(string Metric, SeriesIdentity Series)>> MetricsAsync(string sn, Func<MetricValueKind, bool> isWanted, CancellationToken cancellationToken)
    {
        var metrics = new List<(string, SeriesIdentity)>();
        await using var rows = await RunAsync(SeriesSql.Metrics, cancellationToken, ("@sn", sn));
        while (await rows.ReadAsync(cancellationToken))
        {
            if (isWanted((MetricValueKind)rows.GetInt32(5)))
            {
                metrics.Add((rows.GetString(4), Identity(rows, rows.GetInt32(3))));
            }
        }

        return metrics;
    }

    public async Task<SeriesExtent> ExtentAsync(SeriesIdentity series, SeriesCover cover, CancellationToken cancellationToken)
    {
        await using var rows = await RunAsync(SeriesSql.Extent, series, cover, cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return rows.IsDBNull(1) ? new(0, cover.To, cover.From) : new(rows.GetInt64(0), Math.Max(rows.GetInt64(1), cover.From), Math.Min(rows.GetInt64(2), cover.To));
    }

    /// <summary>Reading by reading, oldest first.</summary>
    public async Task<List<SeriesPoint>> RawAsync(SeriesIdentity series, long from, long to, int limit, CancellationToken cancellationToken)
    {
        await using var rows = await RunAsync(
            SeriesSql.Raw, cancellationToken, ("@device", series.DeviceId), ("@metric", series.MetricId), ("@from", from), ("@to", to), ("@limit", limit));
        var points = new List<SeriesPoint>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var value = rows.GetDouble(1);
            TimeSpan? lateBy = rows.IsDBNull(2) ? null : TimeSpan.FromSeconds(rows.GetInt64(2));
            points.Add(new SeriesPoint(Time(rows.GetInt64(0)), value, value, value, 1, lateBy));
        }

        return points;
    }

    /// <summary>Buckets of one width, counted from the Unix epoch; empty ones are left out.</summary>
    public async Task<List<SeriesPoint>> BucketsAsync(SeriesIdentity series, SeriesCover cover, long width, CancellationToken cancellationToken)
    {
        await using var rows = await RunAsync(SeriesSql.Buckets, series, cover, cancellationToken, ("@width", width));
        var points = new List<SeriesPoint>();
        while (await rows.ReadAsync(cancellationToken))
        {
            points.Add(new SeriesPoint(Time(rows.GetInt64(0)), rows.GetDouble(2), rows.GetDouble(1), rows.GetDouble(3), rows.GetInt32(4)));
        }

        return points;
    }

    /// <returns>Null when there is no reading.</returns>
    public async Task<SeriesTotal?> TotalAsync(SeriesIdentity series, SeriesCover cover, CancellationToken cancellationToken)
    {
        await using var rows = await RunAsync(SeriesSql.Total, series, cover, cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return rows.IsDBNull(0) ? null : new SeriesTotal(rows.GetInt64(3), rows.GetDouble(0), rows.GetDouble(1), rows.GetDouble(2));
    }

    /// <summary>The newest reading before a time.</summary>
    public Task<(DateTimeOffset At, double Value)?> BeforeAsync(SeriesIdentity series, long time, CancellationToken cancellationToken) =>
        NearestAsync(SeriesSql.Before, series, time, cancellationToken);

    /// <summary>The oldest reading that is not before a time.</summary>
    public Task<(DateTimeOffset At, double Value)?> AtOrAfterAsync(SeriesIdentity series, long time, CancellationToken cancellationToken) =>
        NearestAsync(SeriesSql.AtOrAfter, series, time, cancellationToken);

    /// <summary>Hands over reading by reading, oldest first, without keeping any.</summary>
    public async Task EachAsync<TState>(
        SeriesIdentity series, long from, long to, TState state, Action<TState, DateTimeOffset, double> visit, CancellationToken cancellationToken)
    {
        await using var rows = await RunAsync(
            SeriesSql.Raw, cancellationToken, ("@device", series.DeviceId), ("@metric", series.MetricId), ("@from", from), ("@to", to), ("@limit", -1L));
        while (await rows.ReadAsync(cancellationToken))
        {
            visit(state, Time(rows.GetInt64(0)), rows.GetDouble(1));
        }
    }

    /// <summary>The places of a series of positions, oldest first, in the device's own datum.</summary>
    public async IAsyncEnumerable<(DateTimeOffset At, GeoPoint Place)> PlacesAsync(
        SeriesIdentity series, TimeRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = await RunAsync(
            SeriesSql.Track,
            cancellationToken,
            ("@device", series.DeviceId), ("@metric", series.MetricId), ("@from", range.From.ToUnixTimeMilliseconds()), ("@to", range.To.ToUnixTimeMilliseconds()));
        while (await rows.ReadAsync(cancellationToken))
        {
            if (GeoPoint.TryCreate(rows.GetDouble(1), rows.GetDouble(2), out var place))
            {
                yield return (Time(rows.GetInt64(0)), place);
            }
        }
    }

    /// <summary>The datum that the device's positions are taken for.</summary>
    public async Task<CoordinateSystem> DatumAsync(string sn, CancellationToken cancellationToken) =>
        await ScalarAsync(SeriesSql.FindDatum, cancellationToken, ("@sn", sn)) is long datum ? (CoordinateSystem)datum : CoordinateSystem.Gcj02;

    /// <summary>The roll-ups of an on/off metric.</summary>
    /// <param name="sql"><see cref="SeriesSql.Hours"/> or <see cref="SeriesSql.Days"/>.</param>
    /// <param name="length">How long each of them is.</param>
    /// <param name="series">Which series.</param>
    /// <param name="from">Start of the span.</param>
    /// <param name="to">Its end.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<List<StateRollup>> StatesAsync(string sql, long length, SeriesIdentity series, long from, long to, CancellationToken cancellationToken)
    {
        var rollups = new List<StateRollup>();
        await using var rows = await RunAsync(sql, cancellationToken, ("@device", series.DeviceId), ("@metric", series.MetricId), ("@from", from), ("@to", to));
        while (await rows.ReadAsync(cancellationToken))
        {
            var (min, max) = (rows.GetDouble(1), rows.GetDouble(2));
            var isUniform = (min == 0 && max == 0) || min > 0 || max < 0;
            rollups.Add(new StateRollup(rows.GetInt64(0), length, rows.GetInt64(3), rows.GetDouble(4) != 0, rows.GetDouble(5) != 0, isUniform));
        }

        return rollups;
    }

    /// <summary>Runs one of <see cref="SeriesSql"/>; a statement can be under way only once.</summary>
    public async Task<DbDataReader> RunAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        var command = Command(sql);
        foreach (var (name, value) in values)
        {
            Set(command, name, value);
        }

        return await command.ExecuteReaderAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        if (_begun)
        {
            await ExecuteAsync("ROLLBACK", CancellationToken.None);
        }

        await _state.DisposeAsync();
    }

    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static SeriesIdentity Identity(DbDataReader row, int metricId) => new(
        row.GetInt64(0), metricId, row.IsDBNull(1) ? null : TimeSpan.FromSeconds(row.GetDouble(1)), TimeSpan.FromMilliseconds(row.GetInt64(2)));

    private Task<DbDataReader> RunAsync(string sql, SeriesIdentity series, SeriesCover cover, CancellationToken cancellationToken, params (string Name, object Value)[] more) => RunAsync(
        sql,
        cancellationToken,
        [
            ("@device", series.DeviceId), ("@metric", series.MetricId), ("@from", cover.From), ("@hours", cover.Hours), ("@days", cover.Days),
            ("@daysEnd", cover.DaysEnd), ("@hoursEnd", cover.HoursEnd), ("@to", cover.To), .. more,
        ]);

    private async Task<(DateTimeOffset At, double Value)?> NearestAsync(string sql, SeriesIdentity series, long time, CancellationToken cancellationToken)
    {
        await using var rows = await RunAsync(sql, cancellationToken, ("@device", series.DeviceId), ("@metric", series.MetricId), ("@from", time));
        return await rows.ReadAsync(cancellationToken) ? (Time(rows.GetInt64(0)), rows.GetDouble(1)) : null;
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        await using var rows = await RunAsync(sql, cancellationToken, values);
        return await rows.ReadAsync(cancellationToken) ? rows.GetValue(0) : null;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        return command;
    }

    private static void Set(DbCommand command, string name, object value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value;
            return;
        }

        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
