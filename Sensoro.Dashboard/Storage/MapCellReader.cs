using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>Counts the devices in order by the squares of a grid: the finest one that a browser can still draw.</summary>
internal static class MapCellReader
{
    /// <summary>A map draws and moves so many marks without effort.</summary>
    public const int MostCells = 10_000;

    private const string InOrder = "d.severity = 0 AND d.late_at > {0} AND d.longitude IS NOT NULL";

    private const string OfType = "({1} = '' OR d.device_type = {1})";

    public static async Task<IReadOnlyList<MapCell>> ReadAsync(SensoroDbContext state, string? deviceType, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var step in MapCellKey.Steps)
        {
            var cells = await ReadAsync(state, deviceType, now, step, cancellationToken);
            if (cells.Count <= MostCells || step == MapCellKey.Steps[^1])
            {
                return cells;
            }
        }

        return [];
    }

    /// <summary>The devices of one square, at most <paramref name="most"/>.</summary>
    public static Task<List<DeviceRow>> MembersAsync(SensoroDbContext state, MapCellKey cell, string? deviceType, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        // The square first by plain comparison, with room for what rounding may shift, then exactly as it was counted.
        var (west, south) = ((cell.X * cell.Step) - 180, (cell.Y * cell.Step) - 90);
        var sql = $$"""
            SELECT * FROM devices d WHERE {{InOrder}} AND {{OfType}}
                AND d.longitude BETWEEN {2} AND {3} AND d.latitude BETWEEN {4} AND {5} AND coalesce(d.datum, 1) = {6}
                AND {{Number("longitude", 180, cell.Step)}} = {7} AND {{Number("latitude", 90, cell.Step)}} = {8}
            ORDER BY d.sn LIMIT {9}
            """;
        return state.Devices.FromSqlRaw(
            sql,
            now.ToUnixTimeMilliseconds(), deviceType ?? "", west - cell.Step, west + (2 * cell.Step), south - cell.Step, south + (2 * cell.Step), (int)cell.Datum, cell.X, cell.Y, most)
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    private static async Task<List<MapCell>> ReadAsync(SensoroDbContext state, string? deviceType, DateTimeOffset now, double step, CancellationToken cancellationToken)
    {
        var sql = $$"""
            SELECT coalesce(d.datum, 1) AS Datum, {{Number("longitude", 180, step)}} AS X, {{Number("latitude", 90, step)}} AS Y,
                avg(d.longitude) AS Longitude, avg(d.latitude) AS Latitude, count(*) AS Count
            FROM devices d WHERE {{InOrder}} AND {{OfType}} GROUP BY 1, 2, 3 LIMIT {2}
            """;
        var rows = await state.Database.SqlQueryRaw<CellRow>(sql, now.ToUnixTimeMilliseconds(), deviceType ?? "", MostCells + 1).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new MapCell(
            CoordinateTransform.ToWgs84(new GeoPoint(row.Longitude, row.Latitude), row.Datum), row.Count, new MapCellKey(step, row.Datum, row.X, row.Y)));
    }

    private static string Number(string column, int before, double step) =>
        string.Create(CultureInfo.InvariantCulture, $"CAST((d.{column} + {before}) / {step} AS INTEGER)");

    private sealed record CellRow(CoordinateSystem Datum, int X, int Y, double Longitude, double Latitude, int Count);
}
