namespace Sensoro.Dashboard.Storage;

/// <summary>
/// The reads of history. They are written by hand because each must stay one run of a clustered table: SQLite looks through
/// far more when a query is put together from joins.
/// </summary>
internal static class SeriesSql
{
    public const string FindDevice = "SELECT id, interval_seconds, lost_at - last_heard_at FROM devices WHERE sn = @sn";

    public const string FindMetric = "SELECT id FROM metrics WHERE key = @key";

    public const string Metrics = """
        SELECT d.id, d.interval_seconds, d.lost_at - d.last_heard_at, m.id, m.key, l.kind
        FROM devices d CROSS JOIN latest_values l ON l.device_id = d.id CROSS JOIN metrics m ON m.id = l.metric_id WHERE d.sn = @sn
        """;

    public const string FindDatum = "SELECT datum FROM devices WHERE sn = @sn";

    public const string ReadingsFrom = "SELECT readings_from FROM retention WHERE id = 1";

    /// <summary>Values of several numbers (places, vectors) are no series.</summary>
    private const string OfSeries = "WHERE device_id = @device AND metric_id = @metric AND at >= ";

    public const string Extent = $"""
        SELECT coalesce(sum(n), 0), min(first), max(last) FROM (
            SELECT count(*) AS n, min(at) AS first, max(at) + 1 AS last FROM readings {OfSeries} @from AND at < @hours AND value IS NOT NULL AND y IS NULL
            UNION ALL SELECT sum(count), min(at), max(at) + 3600000 FROM readings_hourly {OfSeries} @hours AND at < @days
            UNION ALL SELECT sum(count), min(at), max(at) + 86400000 FROM readings_daily {OfSeries} @days AND at < @daysEnd
            UNION ALL SELECT sum(count), min(at), max(at) + 3600000 FROM readings_hourly {OfSeries} @daysEnd AND at < @hoursEnd
            UNION ALL SELECT count(*), min(at), max(at) + 1 FROM readings {OfSeries} @hoursEnd AND at < @to AND value IS NOT NULL AND y IS NULL)
        """;

    public const string Raw = $"SELECT at, value, late_by FROM readings {OfSeries} @from AND at < @to AND value IS NOT NULL AND y IS NULL ORDER BY at LIMIT @limit";

    private const string Pieces = $"""
            SELECT at, value AS min, value AS max, value AS sum, 1 AS count FROM readings {OfSeries} @from AND at < @hours AND value IS NOT NULL AND y IS NULL
            UNION ALL SELECT at, min, max, sum, count FROM readings_hourly {OfSeries} @hours AND at < @days
            UNION ALL SELECT at, min, max, sum, count FROM readings_daily {OfSeries} @days AND at < @daysEnd
            UNION ALL SELECT at, min, max, sum, count FROM readings_hourly {OfSeries} @daysEnd AND at < @hoursEnd
            UNION ALL SELECT at, value, value, value, 1 FROM readings {OfSeries} @hoursEnd AND at < @to AND value IS NOT NULL AND y IS NULL
        """;

    public const string Buckets = $"""
        SELECT at / @width * @width, min(min), sum(sum) / sum(count), max(max), sum(count) FROM (
        {Pieces})
        GROUP BY at / @width ORDER BY 1
        """;

    public const string Total = $"""
        SELECT min(min), sum(sum) / sum(count), max(max), coalesce(sum(count), 0) FROM (
        {Pieces})
        """;

    /// <summary>Hours of one kind and the times of its edges, for on/off metrics.</summary>
    public const string Hours = $"SELECT at, min, max, count, first, last FROM readings_hourly {OfSeries} @from AND at < @to ORDER BY at";

    public const string Days = $"SELECT at, min, max, count, first, last FROM readings_daily {OfSeries} @from AND at < @to ORDER BY at";

    public const string Before = "SELECT at, value FROM readings WHERE device_id = @device AND metric_id = @metric AND at < @from AND value IS NOT NULL AND y IS NULL ORDER BY at DESC LIMIT 1";

    public const string AtOrAfter = $"SELECT at, value FROM readings {OfSeries} @from AND value IS NOT NULL AND y IS NULL ORDER BY at LIMIT 1";

    public const string Track = $"SELECT at, value, y FROM readings {OfSeries} @from AND at < @to AND value IS NOT NULL AND y IS NOT NULL ORDER BY at";
}
