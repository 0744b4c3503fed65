namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The statements of the message log. The identity of a push is the expression that the unique index is built on.</summary>
internal static class SqliteLogSql
{
    /// <summary>
    /// Growing msgIds lead, so that new entries append to the index. Pushes without a msgId are told apart by their content alone.
    /// </summary>
    public const string CreateIdentityIndex = """
        CREATE UNIQUE INDEX ix_messages_identity
            ON messages (coalesce(msg_id, ''), coalesce(sn, task_id, ''), app_id, kind, content_hash)
        """;

    public const string Find = """
        SELECT id, content_hash FROM messages
        WHERE coalesce(msg_id, '') = ?1 AND coalesce(sn, task_id, '') = ?2 AND app_id = ?3 AND kind = ?4 AND (?1 <> '' OR content_hash = ?5)
        LIMIT 64
        """;

    public const string Insert = """
        INSERT INTO messages (id, app_id, kind, sn, device_type, task_id, msg_id, created_at, received_at, sent_at,
                              encrypted, deliveries, conflict, size, content_hash, body, sealed)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?17, ?12, ?13, ?14, ?15, ?16)
        """;

    public const string CountDelivery = "UPDATE messages SET deliveries = deliveries + 1 WHERE id = ?1";

    public const string MarkConflict = "UPDATE messages SET conflict = 1 WHERE id = ?1";

    public const string KeepLastId = "UPDATE log_state SET last_id = ?1 WHERE id = 1";

    public const string ReadAfter = """
        SELECT id, app_id, kind, sn, device_type, task_id, msg_id, created_at, received_at, sent_at,
               encrypted, deliveries, conflict, size, body, sealed
        FROM messages WHERE id > ?1 ORDER BY id LIMIT ?2
        """;
}
