namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The statements of the projection.</summary>
internal static class SqliteStateSql
{
    /// <summary>What is derived from the log, and the links that staff made; metric numbers and the cursor are not in it.</summary>
    public static readonly string[] FoldedTables =
        ["device_messages", "readings", "latest_values", "devices", "task_results", "task_links", "push_minutes"];

    public const string CreateReadings = """
        CREATE TABLE readings (
            device_id INTEGER NOT NULL, metric_id INTEGER NOT NULL, at INTEGER NOT NULL,
            value REAL, y REAL, z REAL, text TEXT,
            PRIMARY KEY (device_id, metric_id, at)) WITHOUT ROWID
        """;

    public const string CreateLatestValues = """
        CREATE TABLE latest_values (
            device_id INTEGER NOT NULL, metric_id INTEGER NOT NULL, at INTEGER NOT NULL, since INTEGER NOT NULL,
            message_id INTEGER NOT NULL, kind INTEGER NOT NULL, value REAL NOT NULL, y REAL NOT NULL, z REAL NOT NULL,
            text TEXT, active INTEGER NOT NULL, has_number INTEGER NOT NULL,
            PRIMARY KEY (device_id, metric_id)) WITHOUT ROWID
        """;

    public const string CreateDeviceMessages = """
        CREATE TABLE device_messages (
            device_id INTEGER NOT NULL, message_id INTEGER NOT NULL,
            PRIMARY KEY (device_id, message_id)) WITHOUT ROWID
        """;

    public const string ReadCursor = "SELECT last_message_id, generation FROM projection_cursor WHERE id = 1";

    public const string SaveCursor = """
        INSERT INTO projection_cursor (id, last_message_id, generation) VALUES (1, ?1, ?2)
        ON CONFLICT (id) DO UPDATE SET last_message_id = excluded.last_message_id, generation = excluded.generation
        """;

    public const string FindDevice = """
        SELECT id, app_id, name, device_type, first_seen_at, last_seen_at, last_reported_at, last_heard_at, late_at, lost_at,
               longitude, latitude, datum, position_at, position_source, last_message_id
        FROM devices WHERE sn = ?1
        """;

    public const string FindLatest = """
        SELECT m.key, l.at, l.since, l.message_id, l.kind, l.value, l.y, l.z, l.text, l.active, l.has_number
        FROM latest_values l JOIN metrics m ON m.id = l.metric_id WHERE l.device_id = ?1
        """;

    /// <summary>What staff entered (the name, a position placed by hand) is not the projection's to change.</summary>
    public const string SaveDevice = """
        INSERT INTO devices (sn, id, app_id, name, device_type, first_seen_at, last_seen_at, last_reported_at, last_heard_at,
                             battery, interval_seconds, late_at, lost_at, severity,
                             longitude, latitude, datum, position_at, position_source, last_message_id)
        VALUES (?1, ?2, ?3, NULL, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        ON CONFLICT (sn) DO UPDATE SET
            device_type = excluded.device_type, last_seen_at = excluded.last_seen_at,
            last_reported_at = excluded.last_reported_at, last_heard_at = excluded.last_heard_at,
            battery = excluded.battery, interval_seconds = excluded.interval_seconds,
            late_at = excluded.late_at, lost_at = excluded.lost_at, severity = excluded.severity,
            longitude = excluded.longitude, latitude = excluded.latitude, datum = excluded.datum,
            position_at = excluded.position_at, position_source = excluded.position_source,
            last_message_id = excluded.last_message_id
        """;

    public const string SaveLatest = """
        INSERT INTO latest_values (device_id, metric_id, at, since, message_id, kind, value, y, z, text, active, has_number)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (device_id, metric_id) DO UPDATE SET
            at = excluded.at, since = excluded.since, message_id = excluded.message_id, kind = excluded.kind,
            value = excluded.value, y = excluded.y, z = excluded.z, text = excluded.text,
            active = excluded.active, has_number = excluded.has_number
        """;

    public const string SaveReading = """
        INSERT INTO readings (device_id, metric_id, at, value, y, z, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (device_id, metric_id, at) DO UPDATE SET
            value = excluded.value, y = excluded.y, z = excluded.z, text = excluded.text
        """;

    public const string SaveDeviceMessage = "INSERT OR IGNORE INTO device_messages (device_id, message_id) VALUES (?1, ?2)";

    public const string SaveTaskResult = """
        INSERT OR REPLACE INTO task_results (message_id, app_id, task_id, result_code, success, result_data, created_at, received_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    public const string AddPushes = """
        INSERT INTO push_minutes (minute, count) VALUES (?1, ?2)
        ON CONFLICT (minute) DO UPDATE SET count = count + excluded.count
        """;

    public const string SaveMetric = "INSERT INTO metrics (id, key) VALUES (?1, ?2)";
}
