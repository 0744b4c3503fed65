namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// The statements of the message log. Rows are kept small: who sent a push is written once for each sender, times count from
/// the arrival, message numbers are numbers. The view <c>messages</c> shows them in the words of the contract.
/// </summary>
internal static class SqliteLogSql
{
    /// <summary>
    /// Who sends: a device or, where a push names none, a task. A device type other than the one first heard stands in the
    /// message itself.
    /// </summary>
    public const string CreateSources = """
        CREATE TABLE message_sources (
            id INTEGER PRIMARY KEY, app_id TEXT NOT NULL, kind TEXT NOT NULL, sn TEXT, task_id TEXT, device_type TEXT)
        """;

    public const string CreateSourceIndex = """
        CREATE UNIQUE INDEX ix_message_sources_key ON message_sources (coalesce(sn, x''), coalesce(task_id, x''), app_id, kind)
        """;

    /// <summary>
    /// <c>msg</c> is a number where the msgId is one in its plainest form, otherwise text. <c>created_ago</c> and <c>sent_ago</c>
    /// are milliseconds before the arrival. <c>device_type</c> is null when it is the source's, an empty blob when there is none.
    /// </summary>
    public const string CreateMessages = """
        CREATE TABLE stored_messages (
            id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, msg, received_at INTEGER NOT NULL, created_ago INTEGER, sent_ago INTEGER,
            deliveries INTEGER NOT NULL, conflict INTEGER NOT NULL, size INTEGER NOT NULL, content_hash INTEGER NOT NULL,
            codec INTEGER NOT NULL, device_type, task_id TEXT, body BLOB NOT NULL, sealed BLOB)
        """;

    /// <summary>
    /// The identity of a push. Growing msgIds lead, so that new entries append to the index. Pushes without a msgId are told apart
    /// by their content alone.
    /// </summary>
    public const string CreateIdentityIndex = """
        CREATE UNIQUE INDEX ix_messages_identity ON stored_messages (coalesce(msg, ''), source_id, content_hash)
        """;

    public const string HasIdentityIndex = "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name = 'ix_messages_identity'";

    /// <summary>A left join, because it is left out where only the message's own columns are asked for.</summary>
    public const string CreateView = """
        CREATE VIEW messages AS
        SELECT m.id, s.app_id, s.kind, s.sn,
               CASE typeof(m.device_type) WHEN 'null' THEN s.device_type WHEN 'text' THEN m.device_type END AS device_type,
               coalesce(m.task_id, s.task_id) AS task_id, CAST(m.msg AS TEXT) AS msg_id,
               m.received_at - m.created_ago AS created_at, m.received_at, m.received_at - m.sent_ago AS sent_at,
               m.sealed IS NOT NULL AS encrypted, m.deliveries, m.conflict, m.size, m.content_hash, m.codec, m.body, m.sealed
        FROM stored_messages m LEFT JOIN message_sources s ON s.id = m.source_id
        """;

    /// <summary>When a push was taken out of the quarantine, in milliseconds before the arrival: below zero, and null for nearly all.</summary>
    public const string AddReplayed = "ALTER TABLE stored_messages ADD COLUMN replayed_ago INTEGER";

    public const string DropView = "DROP VIEW messages";

    /// <summary>With <c>replayed_at</c>.</summary>
    public const string CreateViewWithReplays = """
        CREATE VIEW messages AS
        SELECT m.id, s.app_id, s.kind, s.sn,
               CASE typeof(m.device_type) WHEN 'null' THEN s.device_type WHEN 'text' THEN m.device_type END AS device_type,
               coalesce(m.task_id, s.task_id) AS task_id, CAST(m.msg AS TEXT) AS msg_id,
               m.received_at - m.created_ago AS created_at, m.received_at, m.received_at - m.sent_ago AS sent_at,
               m.received_at - m.replayed_ago AS replayed_at,
               m.sealed IS NOT NULL AS encrypted, m.deliveries, m.conflict, m.size, m.content_hash, m.codec, m.body, m.sealed
        FROM stored_messages m LEFT JOIN message_sources s ON s.id = m.source_id
        """;

    /// <summary>Lets a person delete by the names of the contract.</summary>
    public const string CreateViewDelete = """
        CREATE TRIGGER messages_removed INSTEAD OF DELETE ON messages BEGIN DELETE FROM stored_messages WHERE id = old.id; END
        """;

    /// <summary>The table of an earlier version, sender by sender and message by message. Bodies stay as they are.</summary>
    public static readonly string[] TakeOver =
    [
        """
        INSERT INTO message_sources (app_id, kind, sn, task_id, device_type)
        SELECT app_id, kind, sn, CASE WHEN sn IS NULL THEN task_id END AS task, max(device_type) FROM messages GROUP BY app_id, kind, sn, task
        """,
        """
        INSERT INTO stored_messages (id, source_id, msg, received_at, created_ago, sent_ago, deliveries, conflict, size, content_hash,
                                     codec, device_type, task_id, body, sealed)
        SELECT m.id, s.id,
               CASE WHEN length(m.msg_id) <= 18 AND m.msg_id NOT LIKE '-%' AND CAST(CAST(m.msg_id AS INTEGER) AS TEXT) = m.msg_id
                    THEN CAST(m.msg_id AS INTEGER) ELSE m.msg_id END,
               m.received_at, m.received_at - m.created_at, m.received_at - m.sent_at, m.deliveries, m.conflict, m.size, m.content_hash,
               0, CASE WHEN m.device_type IS s.device_type THEN NULL ELSE coalesce(m.device_type, x'') END,
               CASE WHEN m.sn IS NOT NULL THEN m.task_id END, m.body, m.sealed
        FROM messages m JOIN message_sources s
          ON coalesce(s.sn, x'') = coalesce(m.sn, x'') AND coalesce(s.task_id, x'') = coalesce(CASE WHEN m.sn IS NULL THEN m.task_id END, x'')
             AND s.app_id = m.app_id AND s.kind = m.kind
        ORDER BY m.id
        """,
        "DROP TABLE messages",
    ];

    public const string FindSource = """
        SELECT id, device_type FROM message_sources
        WHERE coalesce(sn, x'') = coalesce(?1, x'') AND coalesce(task_id, x'') = coalesce(?2, x'') AND app_id = ?3 AND kind = ?4
        """;

    public const string AddSource = "INSERT INTO message_sources (sn, task_id, app_id, kind, device_type) VALUES (?1, ?2, ?3, ?4, ?5)";

    public const string ReadSource = "SELECT app_id, kind, sn, task_id, device_type FROM message_sources WHERE id = ?1";

    /// <summary>Adds nothing when the push is there already.</summary>
    public const string Insert = """
        INSERT INTO stored_messages (id, source_id, msg, received_at, created_ago, sent_ago, deliveries, conflict, size, content_hash,
                                     codec, device_type, task_id, body, sealed, replayed_ago)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?14, 0, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?15)
        ON CONFLICT (coalesce(msg, ''), source_id, content_hash) DO NOTHING
        """;

    public const string FindSame = "SELECT id FROM stored_messages WHERE coalesce(msg, '') = ?1 AND source_id = ?2 AND content_hash = ?3";

    /// <summary>Two are enough to know: when there are more, they have been marked before.</summary>
    public const string FindOthers = """
        SELECT id FROM stored_messages WHERE coalesce(msg, '') = ?1 AND source_id = ?2 AND content_hash <> ?3 LIMIT 2
        """;

    /// <summary>Counts a delivery of the message with this number if it is the same push, which memory only believes.</summary>
    public const string CountDeliveryOf = """
        UPDATE stored_messages SET deliveries = deliveries + 1 WHERE id = ?1 AND coalesce(msg, '') = ?2 AND source_id = ?3 AND content_hash = ?4
        """;

    public const string CountDelivery = "UPDATE stored_messages SET deliveries = deliveries + 1 WHERE id = ?1";

    public const string MarkConflict = "UPDATE stored_messages SET conflict = 1 WHERE id = ?1";

    public const string KeepLastId = "UPDATE log_state SET last_id = ?1 WHERE id = 1";

    /// <summary>Numbers sort before text.</summary>
    public const string HighestMsg = "SELECT coalesce(msg, '') AS number FROM stored_messages WHERE number < '' ORDER BY number DESC LIMIT 1";

    public const string ReadAfter = """
        SELECT id, source_id, msg, received_at, created_ago, sent_ago, deliveries, conflict, size, codec, device_type, task_id, body, sealed, replayed_ago
        FROM stored_messages WHERE id > ?1 ORDER BY id LIMIT ?2
        """;

    public const string NewestDictionary = "SELECT id, content FROM body_dictionaries ORDER BY id DESC LIMIT 1";

    public const string AddDictionary = "INSERT INTO body_dictionaries (id, created_at, content) VALUES (?1, ?2, ?3)";

    /// <summary>The oldest messages first, of these only what is old enough: a clock that was set back must not make anything older.</summary>
    public const string DeleteOldest = """
        DELETE FROM stored_messages WHERE id IN (
            SELECT id FROM (SELECT id, received_at FROM stored_messages WHERE id <= ?1 ORDER BY id LIMIT ?2) WHERE received_at < ?3)
        """;
}
