using System.Globalization;
using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Storage.Sqlite;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>Reads of a database file that owe nothing to the program's own storage code.</summary>
internal static class SqliteReading
{
    /// <summary>The first column of the first row.</summary>
    public static T Scalar<T>(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar() ?? throw new InvalidOperationException("No row: " + sql), typeof(T), CultureInfo.InvariantCulture);
    }

    /// <summary>The first column of every row.</summary>
    public static List<T> Column<T>(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<T>();
        while (reader.Read())
        {
            values.Add(reader.GetFieldValue<T>(0));
        }

        return values;
    }

    /// <summary>Every row as one line of text, for comparing two files.</summary>
    public static List<string> Rows(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public static void Execute(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Closes what EF Core keeps open of a data directory, so that nobody holds the files any more.</summary>
    public static void Release(string dataDirectory)
    {
        foreach (var file in Directory.GetFiles(dataDirectory, "*.db"))
        {
            using var connection = new SqliteConnection(SqliteFile.ConnectionString(file));
            SqliteConnection.ClearPool(connection);
        }
    }

    // Not read-only: the newest commits may lie in the write-ahead log of a killed program, which only a writer can recover.
    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        return connection;
    }
}
