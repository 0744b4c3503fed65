using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>Random pushes in a log, and what its state is compared with.</summary>
internal static class FoldedLog
{
    private const long Hour = 3_600_000;
    private const string Series = "JOIN devices d ON d.id = r.device_id JOIN metrics m ON m.id = r.metric_id";

    public static IReadOnlyList<NewMessage> Messages(this RandomPushes pushes) =>
        [.. pushes.Pushes.Select(static (push, i) => ToMessage(push, i))];

    /// <summary>Folds what the log holds, so many messages at a time.</summary>
    public static void FoldAll(this TemporaryStorage storage, IReadOnlyList<int> folds)
    {
        for (var i = 0; storage.Get<LogFold>().Cursor < storage.Log.LastId; i++)
        {
            storage.FoldNext(folds[i % folds.Count]);
        }
    }

    /// <summary>The roll-ups that the readings in the table come to, in the words of <see cref="Folding.Rollups"/>.</summary>
    public static IReadOnlyList<string> RecomputedRollups(this TemporaryStorage storage, long length) =>
    [
        .. SqliteReading.Rows(storage.StateFile, $"SELECT d.sn || '|' || m.key, r.at, r.value FROM readings r {Series} WHERE r.value IS NOT NULL AND r.y IS NULL ORDER BY d.sn, m.key, r.at")
            .Select(static row => row.Split('|'))
            .GroupBy(row => (Series: $"{row[0]}|{row[1]}", At: (long)Math.Floor((double)Number(row[2]) / length) * length), row => Number(row[3]))
            .Select(static bucket => FormattableString.Invariant(
                $"{bucket.Key.Series}|{bucket.Key.At}|{bucket.Min():0.##}|{bucket.Max():0.##}|{bucket.Sum():0.##}|{bucket.Count()}|{bucket.First():0.##}|{bucket.Last():0.##}")),
    ];

    /// <summary>The rolled-up values of readings that are stored no more, told by their number and sum.</summary>
    public static IReadOnlyList<string> HoursBefore(this TemporaryStorage storage, DateTimeOffset end) => SqliteReading.Rows(
        storage.StateFile, $"SELECT d.sn, m.key, r.at, r.count, r.sum FROM readings_hourly r {Series} WHERE r.at + {Hour} <= {end.ToUnixTimeMilliseconds()} ORDER BY 1, 2, 3");

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    private static NewMessage ToMessage(RandomPush push, int index)
    {
        var at = Tests.Storage.Messages.Noon.AddMinutes(push.Minute);
        return Tests.Storage.Messages.Sensor(push.Device, $"{index}", push.Content, at, at.AddMinutes(push.Delay));
    }
}
