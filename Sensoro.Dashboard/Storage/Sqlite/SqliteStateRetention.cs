using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// Deletes old rows of the state in slices of one transaction each. Tables clustered by device are walked device by device: a
/// search by time would read them whole. Every slice opens the file anew; between two of them nobody waits for it.
/// </summary>
internal sealed class SqliteStateRetention(IOptions<StorageOptions> options, SqliteDatabase database)
{
    /// <summary>Rows in one slice at most.</summary>
    internal const int Slice = 2_000;

    /// <summary>Devices or series looked at in one slice at most: most have nothing to delete.</summary>
    private const int Looks = 1_000;

    private const int PagesGivenBack = 256;
    private const int PagesKept = 1_024;

    /// <summary>The newest message that is folded into the state; 0 when the state belongs to another log or is being rebuilt.</summary>
    public long ReadCursor(string generation) => InFile(connection =>
    {
        using var read = new SqliteStatement(connection, "SELECT last_message_id FROM projection_cursor WHERE id = 1 AND generation = ?1");
        var cursor = 0L;
        read.Bind(1, generation);
        while (read.Step())
        {
            cursor = read.Int64(0);
        }

        return cursor;
    });

    /// <summary>Readings before this day may be gone. The mark never goes back.</summary>
    public void MarkReadings(DateTimeOffset from) => InFile(connection =>
    {
        using var mark = new SqliteStatement(connection, SqliteRetentionSql.MarkReadings);
        return mark.Bind(1, from).RunAndCount();
    });

    /// <summary>Deletes readings from before a day; false when the walk is over.</summary>
    public bool DeleteReadings(StateWalk walk, DateTimeOffset before) => InTransaction(connection =>
    {
        using var next = new SqliteStatement(connection, SqliteRetentionSql.NextSeries);
        using var delete = new SqliteStatement(connection, SqliteRetentionSql.DeleteReadings);
        var left = Slice;
        for (var looks = 0; looks < Looks && left > 0; looks++)
        {
            if (!next.Bind(1, walk.DeviceId).Bind(2, walk.MetricId).Step())
            {
                return false;
            }

            var (device, metric) = (next.Int64(0), next.Int64(1));
            next.Reset();
            var deleted = delete.Bind(1, device).Bind(2, metric).Bind(3, before).Bind(4, (long)left).RunAndCount();
            (left, walk.Deleted) = (left - deleted, walk.Deleted + deleted);

            // A series that filled the slice may have more to delete: it comes again.
            (walk.DeviceId, walk.MetricId) = left > 0 ? (device, metric) : (walk.DeviceId, walk.MetricId);
        }

        return true;
    });

    /// <summary>Deletes the links to messages before an id; false when the walk is over.</summary>
    public bool DeleteLinks(StateWalk walk, long firstId) => InTransaction(connection =>
    {
        using var next = new SqliteStatement(connection, SqliteRetentionSql.NextDevice);
        using var delete = new SqliteStatement(connection, SqliteRetentionSql.DeleteLinks);
        var left = Slice;
        for (var looks = 0; looks < Looks && left > 0; looks++)
        {
            if (!next.Bind(1, walk.DeviceId).Step())
            {
                return false;
            }

            var device = next.Int64(0);
            next.Reset();
            left -= delete.Bind(1, device).Bind(2, firstId).Bind(3, (long)left).RunAndCount();
            walk.DeviceId = left > 0 ? device : walk.DeviceId;
        }

        return true;
    });

    /// <summary>Deletes counts of pushes from before a time; false when none is left.</summary>
    public bool DeleteMinutes(DateTimeOffset before) => InFile(connection =>
    {
        using var delete = new SqliteStatement(connection, SqliteRetentionSql.DeleteMinutes);
        return delete.Bind(1, before.ToUnixTimeSeconds() / 60).Bind(2, (long)Slice).RunAndCount() == Slice;
    });

    /// <summary>Gives free pages back to the file system; false when there are no more than new rows will soon need.</summary>
    public bool GiveBackSpace() => InFile(connection => SqliteFile.GiveBack(connection, PagesGivenBack, PagesKept) > 0);

    private T InTransaction<T>(Func<SqliteConnection, T> write) => InFile(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = write(connection);
        transaction.Commit();
        return result;
    });

    private T InFile<T>(Func<SqliteConnection, T> use)
    {
        database.EnsureReady();
        try
        {
            using var connection = SqliteFile.OpenStateWriter(options.Value.StateFile);
            return use(connection);
        }
        catch (SqliteException error)
        {
            throw new StorageException(string.Create(CultureInfo.InvariantCulture, $"Old rows of the state could not be deleted ({error.Message})."), error);
        }
    }
}
