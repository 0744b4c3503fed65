using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// Asks a database file whether it has this version's schema, without building EF Core's model: at most starts it has, and
/// the program is up half a second sooner.
/// </summary>
internal static class MigrationHistory
{
    public const string Newest = "SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"";

    public static bool IsCurrent<TContext>(string file)
        where TContext : DbContext
    {
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            using var connection = SqliteFile.OpenReader(file);
            return SqliteFile.Scalar(connection, Newest) == NewestOf<TContext>();
        }
        catch (SqliteException)
        {
            // No history yet, or a file that cannot be read: migrating says which.
            return false;
        }
    }

    /// <summary>
    /// Takes away the mark by which EF Core keeps a second program from migrating: a program that was killed leaves it behind, and
    /// every start after it would wait for ever. Call it while holding the data directory, so that nobody else is migrating.
    /// </summary>
    public static void Unlock(string file)
    {
        using var connection = SqliteFile.OpenLogWriter(file);
        SqliteFile.Execute(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
    }

    /// <summary>The last migration that this version of the program knows.</summary>
    public static string? NewestOf<TContext>()
        where TContext : DbContext => typeof(MigrationHistory).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TContext))
            .Select(static type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .Max(StringComparer.Ordinal);
}
