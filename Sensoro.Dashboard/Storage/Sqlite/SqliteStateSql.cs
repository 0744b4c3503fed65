namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The statements of the projection.</summary>
internal static class SqliteStateSql
{
    /// <summary>What is derived from the log, and the links that staff made; metric numbers and the cursor are not in it.</summary>
    public static readonly string[] FoldedTables =
        ["device_messages", "readings", "readings_hourly", "readings_daily", "latest_values", "devices", "task_results", "task_links", "push_minutes", "set_aside_messages"];

    public const string CreateReadings = """
        CREATE TABLE readings (
            device_id INTEGER NOT NULL, metric_id INTEGER NOT NULL, at INTEGER NOT NULL,
            value REAL, y REAL, z REAL, text TEXT,
            PRIMARY KEY (device_id, metric_id, at)) WITHOUT ROWID
        """;

    /// <summary>One row for each series and hour. Values that are one number are rolled up: measurements, alarm states, flags.</summary>
    public const string CreateReadingsHourly = """
        CREATE TABLE readings_hourly (
            device_id INTEGER NOT NULL, metric_id INTEGER NOT NULL, at INTEGER NOT NULL,
            min REAL NOT NULL, max REAL NOT NULL, sum REAL NOT NULL, count INTEGER NOT NULL, first REAL NOT NULL, last REAL NOT NULL,
            PRIMARY KEY (device_id, metric_id, at)) WITHOUT ROWID
        """;

    /// <summary>One row for each series and day of UTC.</summary>
    public const string CreateReadingsDaily = """
        CREATE TABLE readings_daily (
            device_id INTEGER NOT NULL, metric_id INTEGER NOT NULL, at INTEGER NOT NULL,
            min REAL NOT NULL, max REAL NOT NULL, sum REAL NOT NULL, count INTEGER NOT NULL, first REAL NOT NULL, last REAL NOT NULL,
            PRIMARY KEY (device_id, metric_id, at)) WITHOUT ROWID
        """;

    /// <summary>Rolls up what an earlier version has stored; the projection keeps the tables from then on.</summary>
    public const string FillReadingsHourly = """
        INSERT INTO readings_hourly (device_id, metric_id, at, min, max, sum, count, first, last)
        SELECT device_id, metric_id, bucket, min(value), max(value), sum(value), count(*), max(first), max(last)
        FROM (SELECT device_id, metric_id, at - (at % 3600000 + 3600000) % 3600000 AS bucket, value,
                     first_value(value) OVER series AS first, last_value(value) OVER series AS last
              FROM readings WHERE value IS NOT NULL AND y IS NULL
              WINDOW series AS (PARTITION BY device_id, metric_id, at - (at % 3600000 + 3600000) % 3600000 ORDER BY at ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
        GROUP BY device_id, metric_id, bucket
        """;

    /// <summary>The same for the days, from the hours.</summary>
    public const string FillReadingsDaily = """
        INSERT INTO readings_daily (device_id, metric_id, at, min, max, sum, count, first, last)
        SELECT device_id, metric_id, bucket, min(min), max(max), sum(sum), sum(count), max(first_one), max(last_one)
        FROM (SELECT device_id, metric_id, at - (at % 86400000 + 86400000) % 86400000 AS bucket, min, max, sum, count,
                     first_value(first) OVER series AS first_one, last_value(last) OVER series AS last_one
              FROM readings_hourly
              WINDOW series AS (PARTITION BY device_id, metric_id, at - (at % 86400000 + 86400000) % 86400000 ORDER BY at ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
        GROUP BY device_id, metric_id, bucket
        """;

    /// <summary>
    /// Finds any three letters or more within SN, name or tags. It holds the index alone; the texts stay in <c>devices</c>, and
    /// the triggers keep the two in step.
    /// </summary>
    public static readonly string[] CreateDeviceSearch =
    [
        "CREATE VIRTUAL TABLE device_search USING fts5(sn, name, tags, content='devices', content_rowid='id', tokenize='trigram')",
        """
        CREATE TRIGGER device_search_added AFTER INSERT ON devices BEGIN
            INSERT INTO device_search (rowid, sn, name, tags) VALUES (new.id, new.sn, new.name, new.tags);
        END
        """,
        """
        CREATE TRIGGER device_search_changed AFTER UPDATE OF sn, name, tags ON devices BEGIN
            INSERT INTO device_search (device_search, rowid, sn, name, tags) VALUES ('delete', old.id, old.sn, old.name, old.tags);
            INSERT INTO device_search (rowid, sn, name, tags) VALUES (new.id, new.sn, new.name, new.tags);
        END
        """,
        """
        CREATE TRIGGER device_search_removed AFTER DELETE ON devices BEGIN
            INSERT INTO device_search (device_search, rowid, sn, name, tags) VALUES ('delete', old.id, old.sn, old.name, old.tags);
        END
        """,
        "INSERT INTO device_search (device_search) VALUES ('rebuild')",

        // For less than three letters, which are looked for at the start of a name.
        "CREATE INDEX device_search_names ON devices (name COLLATE NOCASE) WHERE name IS NOT NULL",

        // The list in the order of what devices are called.
        "CREATE INDEX device_search_titles ON devices (coalesce(name, sn), sn)",
    ];

    /// <summary>Devices by type and severity, kept by triggers, so that nobody counts them one by one.</summary>
    public static readonly string[] CreateFleetCounts =
    [
        """
        CREATE TRIGGER fleet_counts_added AFTER INSERT ON devices BEGIN
            INSERT INTO fleet_counts (device_type, severity, count) VALUES (coalesce(new.device_type, ''), new.severity, 1)
            ON CONFLICT (device_type, severity) DO UPDATE SET count = count + 1;
        END
        """,
        """
        CREATE TRIGGER fleet_counts_changed AFTER UPDATE OF device_type, severity ON devices
        WHEN old.severity <> new.severity OR old.device_type IS NOT new.device_type BEGIN
            UPDATE fleet_counts SET count = count - 1 WHERE device_type = coalesce(old.device_type, '') AND severity = old.severity;
            INSERT INTO fleet_counts (device_type, severity, count) VALUES (coalesce(new.device_type, ''), new.severity, 1)
            ON CONFLICT (device_type, severity) DO UPDATE SET count = count + 1;
        END
        """,
        """
        CREATE TRIGGER fleet_counts_removed AFTER DELETE ON devices BEGIN
            UPDATE fleet_counts SET count = count - 1 WHERE device_type = coalesce(old.device_type, '') AND severity = old.severity;
        END
        """,
        """
        INSERT INTO fleet_counts (device_type, severity, count)
        SELECT coalesce(device_type, ''), severity, count(*) FROM devices GROUP BY coalesce(device_type, ''), severity
        """,
    ];

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

    public const string ReadCursor = "SELECT last_message_id, generation, rebuild_to FROM projection_cursor WHERE id = 1";

    /// <summary>Changes nothing when the cursor is not where this program last saw it. A rebuild ends where the folds before it had ended.</summary>
    public const string SaveCursor = """
        INSERT INTO projection_cursor (id, last_message_id, generation) VALUES (1, ?1, ?2)
        ON CONFLICT (id) DO UPDATE SET
            last_message_id = excluded.last_message_id, generation = excluded.generation,
            rebuild_to = CASE WHEN rebuild_to > excluded.last_message_id THEN rebuild_to END
        WHERE last_message_id = ?3
        """;

    /// <summary>What a log that is whole brings again without exception: also what retention has thinned out since.</summary>
    public static readonly string[] RebuiltTables =
        ["readings", "readings_hourly", "readings_daily", "latest_values", "device_messages", "task_results", "retention"];

    /// <summary>What the messages that are left will bring again. Older values, which nothing brings again, stay.</summary>
    public static readonly string[] ForgetMessagesFrom =
    [
        "DELETE FROM latest_values WHERE message_id >= ?1",
        "DELETE FROM task_results WHERE message_id >= ?1",
    ];

    /// <summary>
    /// Makes the devices whose every message is left as if they had not been heard of yet. The others keep what they came to: it
    /// only grows, and what made it is gone. What staff entered stays.
    /// </summary>
    public const string ForgetDevices = """
        UPDATE devices SET
            device_type = NULL, last_seen_at = first_seen_at, last_reported_at = NULL, last_heard_at = ?3, late_at = ?3, lost_at = ?3,
            battery = NULL, interval_seconds = NULL, severity = CASE WHEN maintenance_until IS NULL THEN -2 ELSE -1 END, last_message_id = 0,
            longitude = CASE WHEN position_source = ?4 THEN longitude END, latitude = CASE WHEN position_source = ?4 THEN latitude END,
            datum = CASE WHEN position_source = ?4 THEN datum END, position_at = CASE WHEN position_source = ?4 THEN position_at END,
            position_source = CASE WHEN position_source = ?4 THEN position_source END
        WHERE first_seen_at >= ?2 AND NOT EXISTS (SELECT 1 FROM device_messages m WHERE m.device_id = devices.id AND m.message_id < ?1)
        """;

    public const string BeginRebuild = "UPDATE projection_cursor SET rebuild_to = nullif(last_message_id, ?1), last_message_id = ?1 WHERE last_message_id = ?2";

    public const string EndRebuild = "UPDATE projection_cursor SET rebuild_to = NULL";

    public const string ReadReadingsFrom = "SELECT readings_from FROM retention WHERE id = 1";

    public const string FindDevice = """
        SELECT id, app_id, name, device_type, first_seen_at, last_seen_at, last_reported_at, last_heard_at, late_at, lost_at,
               longitude, latitude, datum, position_at, position_source, last_message_id, tags, revision, maintenance_until
        FROM devices WHERE sn = ?1
        """;

    public const string FindLatest = """
        SELECT m.key, l.at, l.since, l.message_id, l.kind, l.value, l.y, l.z, l.text, l.active, l.has_number
        FROM latest_values l JOIN metrics m ON m.id = l.metric_id WHERE l.device_id = ?1
        """;

    /// <summary>
    /// What staff entered (name and tags, a position placed by hand, maintenance) is not the projection's to change, whatever it
    /// remembers of the device: staff may have changed it since. A device that staff entered learns with its first push whose it is.
    /// </summary>
    public const string SaveDevice = """
        INSERT INTO devices (sn, id, app_id, name, device_type, first_seen_at, last_seen_at, last_reported_at, last_heard_at,
                             battery, interval_seconds, late_at, lost_at, severity,
                             longitude, latitude, datum, position_at, position_source, last_message_id)
        VALUES (?1, ?2, ?3, NULL, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        ON CONFLICT (sn) DO UPDATE SET
            app_id = excluded.app_id, first_seen_at = excluded.first_seen_at,
            device_type = excluded.device_type, last_seen_at = excluded.last_seen_at,
            last_reported_at = excluded.last_reported_at, last_heard_at = excluded.last_heard_at,
            battery = excluded.battery, interval_seconds = excluded.interval_seconds,
            late_at = excluded.late_at, lost_at = excluded.lost_at,
            severity = CASE WHEN maintenance_until IS NULL THEN excluded.severity ELSE -1 END,
            longitude = CASE WHEN 1 IN (position_source, excluded.position_source) THEN longitude ELSE excluded.longitude END,
            latitude = CASE WHEN 1 IN (position_source, excluded.position_source) THEN latitude ELSE excluded.latitude END,
            datum = CASE WHEN 1 IN (position_source, excluded.position_source) THEN datum ELSE excluded.datum END,
            position_at = CASE WHEN 1 IN (position_source, excluded.position_source) THEN position_at ELSE excluded.position_at END,
            position_source = CASE WHEN 1 IN (position_source, excluded.position_source) THEN position_source ELSE excluded.position_source END,
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
        INSERT INTO readings (device_id, metric_id, at, value, y, z, text, late_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (device_id, metric_id, at) DO UPDATE SET
            value = excluded.value, y = excluded.y, z = excluded.z, text = excluded.text, late_by = excluded.late_by
        """;

    /// <summary>The values of an hour that are one number, in order of time: text has no value, vectors and positions have a y.</summary>
    public const string ReadingsOfHour = """
        SELECT value FROM readings
        WHERE device_id = ?1 AND metric_id = ?2 AND at >= ?3 AND at < ?4 AND value IS NOT NULL AND y IS NULL ORDER BY at
        """;

    public const string HoursOfDay = """
        SELECT min, max, sum, count, first, last FROM readings_hourly
        WHERE device_id = ?1 AND metric_id = ?2 AND at >= ?3 AND at < ?4 ORDER BY at
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

    /// <summary>Adds to a roll-up. The first value stays the first: nothing merged is earlier than what is there, or nobody can tell any more.</summary>
    public static string MergeRollup(string table) => $"""
        INSERT INTO {table} (device_id, metric_id, at, min, max, sum, count, first, last) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (device_id, metric_id, at) DO UPDATE SET
            min = min(min, excluded.min), max = max(max, excluded.max), sum = sum + excluded.sum, count = count + excluded.count,
            last = CASE WHEN ?10 THEN excluded.last ELSE last END
        """;

    public static string SaveRollup(string table) => $"""
        INSERT INTO {table} (device_id, metric_id, at, min, max, sum, count, first, last) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (device_id, metric_id, at) DO UPDATE SET
            min = excluded.min, max = excluded.max, sum = excluded.sum, count = excluded.count, first = excluded.first, last = excluded.last
        """;

    public static string RemoveRollup(string table) => $"DELETE FROM {table} WHERE device_id = ?1 AND metric_id = ?2 AND at = ?3";

    public const string SetAside = """
        INSERT OR REPLACE INTO set_aside_messages (message_id, sn, error, stack, tries, failed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """;

    public const string TakeBack = "DELETE FROM set_aside_messages WHERE message_id = ?1";

    /// <summary>A rebuild tries every message again.</summary>
    public const string TakeAllBack = "DELETE FROM set_aside_messages";

    public const string SaveMetric = "INSERT INTO metrics (id, key) VALUES (?1, ?2)";
}
