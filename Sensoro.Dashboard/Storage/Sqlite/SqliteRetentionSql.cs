namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The statements that delete old rows of the state.</summary>
internal static class SqliteRetentionSql
{
    public const string MarkReadings = """
        INSERT INTO retention (id, readings_from) VALUES (1, ?1)
        ON CONFLICT (id) DO UPDATE SET readings_from = max(readings_from, excluded.readings_from)
        """;

    /// <summary>One step over a whole series, not through it.</summary>
    public const string NextSeries = """
        SELECT device_id, metric_id FROM readings WHERE (device_id, metric_id) > (?1, ?2) ORDER BY device_id, metric_id LIMIT 1
        """;

    /// <summary>The oldest of a series, at most so many.</summary>
    public const string DeleteReadings = """
        DELETE FROM readings WHERE device_id = ?1 AND metric_id = ?2 AND at < min(?3, coalesce(
            (SELECT at FROM readings WHERE device_id = ?1 AND metric_id = ?2 AND at < ?3 ORDER BY at LIMIT 1 OFFSET ?4), ?3))
        """;

    public const string NextDevice = "SELECT device_id FROM device_messages WHERE device_id > ?1 ORDER BY device_id LIMIT 1";

    public const string DeleteLinks = """
        DELETE FROM device_messages WHERE device_id = ?1 AND message_id < min(?2, coalesce(
            (SELECT message_id FROM device_messages WHERE device_id = ?1 AND message_id < ?2 ORDER BY message_id LIMIT 1 OFFSET ?3), ?2))
        """;

    public const string DeleteMinutes = """
        DELETE FROM push_minutes WHERE minute IN (SELECT minute FROM push_minutes WHERE minute < ?1 ORDER BY minute LIMIT ?2)
        """;
}
