using Microsoft.Data.Sqlite;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>Drops the identity index of a log that no program has open, and stores some of its messages once more.</summary>
internal static class DoubledRows
{
    private const string Sql = """
        DROP INDEX ix_messages_identity;
        CREATE TEMP TABLE repeats AS SELECT * FROM stored_messages WHERE conflict = 0 ORDER BY id LIMIT 5;
        UPDATE repeats SET id = id + (SELECT max(id) FROM stored_messages);
        INSERT INTO stored_messages SELECT * FROM repeats;
        """;

    public static async Task AddAsync(string logPath, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = logPath, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
