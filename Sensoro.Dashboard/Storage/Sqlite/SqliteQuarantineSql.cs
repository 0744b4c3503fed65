namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>The statements of the quarantine.</summary>
internal static class SqliteQuarantineSql
{
    public const string Add = """
        INSERT INTO quarantine (identity, app_id, reason, detail, authentic, address, url, nonce, signature, last_nonce, last_signature, sn, received_at, last_received_at, deliveries, size, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?8, ?9, ?10, ?11, ?11, 1, ?12, ?13)
        ON CONFLICT (identity) DO NOTHING
        """;

    public const string CountDelivery = """
        UPDATE quarantine SET deliveries = deliveries + 1, last_received_at = max(last_received_at, ?2), last_nonce = ?3, last_signature = ?4
        WHERE identity = ?1
        """;

    public const string Totals = "SELECT authentic, count(*), sum(size) FROM quarantine GROUP BY authentic";

    /// <summary>The address that most of them came from, and the oldest of several such addresses.</summary>
    public const string Crowd = "SELECT address FROM quarantine WHERE authentic = ?1 GROUP BY address ORDER BY count(*) DESC, min(id) LIMIT 1";

    public const string RemoveOldest = """
        DELETE FROM quarantine WHERE id IN (
            SELECT id FROM quarantine WHERE authentic = ?1 AND (?2 IS NULL OR address = ?2) ORDER BY id LIMIT ?3)
        RETURNING authentic, size
        """;

    /// <summary>A clock that was set back must not make anything older: the newest delivery counts.</summary>
    public const string RemoveOlder = """
        DELETE FROM quarantine WHERE id IN (
            SELECT id FROM quarantine WHERE authentic = ?1 AND last_received_at < ?2 ORDER BY id LIMIT ?3)
        RETURNING authentic, size
        """;

    public const string Remove = "DELETE FROM quarantine WHERE id = ?1 RETURNING authentic, size";
}
