using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>Runs the projection by hand on real files, without its worker.</summary>
internal static class Folding
{
    public static TemporaryStorage NewStorage(TimeProvider? clock = null, string? dataDirectory = null, Action<IServiceCollection>? more = null) => new(
        services =>
        {
            services.AddLive().AddProjection();
            more?.Invoke(services);
        },
        clock,
        dataDirectory);

    /// <summary>Appends the messages and folds what the log holds beyond the cursor.</summary>
    public static FeedUpdate Fold(this TemporaryStorage storage, params IReadOnlyList<NewMessage> messages)
    {
        storage.Log.Append(messages);
        return storage.FoldNext(int.MaxValue);
    }

    /// <summary>Folds the next messages of the log.</summary>
    public static FeedUpdate FoldNext(this TemporaryStorage storage, int count)
    {
        var fold = storage.Get<LogFold>();
        return fold.Apply(storage.Log.ReadAfter(fold.Cursor, count));
    }

    /// <summary>A table of roll-ups, in words.</summary>
    public static IReadOnlyList<string> Rollups(this TemporaryStorage storage, string table) => SqliteReading.Rows(
        storage.StateFile,
        $"SELECT d.sn, m.key, r.at, r.min, r.max, r.sum, r.count, r.first, r.last FROM {table} r JOIN devices d ON d.id = r.device_id JOIN metrics m ON m.id = r.metric_id ORDER BY 1, 2, 3");

    /// <summary>All that was folded, in words that do not depend on how it was cut into folds.</summary>
    public static IReadOnlyList<string> Content(this TemporaryStorage storage) =>
    [
        .. SqliteReading.Rows(storage.StateFile, "SELECT * FROM devices ORDER BY sn"),
        .. SqliteReading.Rows(storage.StateFile, "SELECT d.sn, m.key, r.at, r.value, r.y, r.z, r.text, r.late_by FROM readings r JOIN devices d ON d.id = r.device_id JOIN metrics m ON m.id = r.metric_id ORDER BY 1, 2, 3"),
        .. storage.Rollups("readings_hourly"),
        .. storage.Rollups("readings_daily"),
        .. SqliteReading.Rows(storage.StateFile, "SELECT d.sn, m.key, l.at, l.since, l.message_id, l.kind, l.value, l.y, l.z, l.text, l.active, l.has_number FROM latest_values l JOIN devices d ON d.id = l.device_id JOIN metrics m ON m.id = l.metric_id ORDER BY 1, 2"),
        .. SqliteReading.Rows(storage.StateFile, "SELECT * FROM device_messages ORDER BY device_id, message_id"),
        .. SqliteReading.Rows(storage.StateFile, "SELECT * FROM task_results ORDER BY message_id"),
        .. SqliteReading.Rows(storage.StateFile, "SELECT * FROM push_minutes ORDER BY minute"),
        .. SqliteReading.Rows(storage.StateFile, "SELECT last_message_id FROM projection_cursor"),
    ];
}
