using System.Globalization;
using Microsoft.Data.Sqlite;
using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>
/// Fills a state file that the dashboard has created, in one transaction without a journal: if it fails, the file is thrown away.
/// The same seed and the same end give the same file.
/// </summary>
internal sealed class HistoryGenerator(HistoryPlan plan, int seed, long end)
{
    private readonly SerialNumbers _numbers = new(new SeededRandom((ulong)seed));

    /// <summary>The last report, Unix milliseconds.</summary>
    public long End { get; } = end / HistoryPlan.Step * HistoryPlan.Step;

    public HistoryPlan Plan => plan;

    /// <summary>The SN of a device; the first <see cref="HistoryPlan.Deep"/> have a history.</summary>
    public string Sn(int device) => _numbers.At(device);

    /// <param name="stateFile">The file to fill.</param>
    /// <param name="progress">Told the share that is done, a hundred times at most.</param>
    public void Fill(string stateFile, Action<double> progress, CancellationToken cancellationToken)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = stateFile, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; BEGIN");
        foreach (var (index, key) in HistoryPlan.Metrics.Index())
        {
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO metrics (id, key) VALUES ({index + 1}, '{key}')"));
        }

        WriteDevices(connection, progress, cancellationToken);
        Execute(connection, "COMMIT; PRAGMA journal_mode=WAL");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void WriteDevices(SqliteConnection connection, Action<double> progress, CancellationToken cancellationToken)
    {
        using var history = new HistoryWriter(connection);
        using var fleet = new FleetWriter(connection);
        var chance = new SeededRandom((ulong)seed);
        var (written, told) = (0L, 0);
        for (var device = 0; device < plan.Devices; device++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = chance.Branch((ulong)device);
            var points = device < plan.Deep ? plan.Points : 1;
            var values = WriteSeries(history, random, device + 1, points);
            fleet.WriteDevice(device + 1, Sn(device), End - ((points - 1) * HistoryPlan.Step), End, values[^1], random);
            for (var metric = 0; metric < values.Length; metric++)
            {
                fleet.WriteLatest(device + 1, metric + 1, End, values[metric]);
            }

            written += (long)points * values.Length;
            if (written * 100 / plan.Readings is var percent && percent > told)
            {
                told = (int)percent;
                progress(percent / 100.0);
            }
        }
    }

    private double[] WriteSeries(HistoryWriter history, SeededRandom random, long deviceId, int points) =>
    [
        history.Write(deviceId, 1, Walk(random, points, 20, 6, 2)),
        history.Write(deviceId, 2, Walk(random, points, 55, 12, 2)),
        history.Write(deviceId, 3, Walk(random, points, 400, 350, 0)),
        history.Write(deviceId, 4, Walk(random, points, 80, 5, 0)),
    ];

    /// <summary>A day's curve with a walk on it, as fine as a sensor reports.</summary>
    private IEnumerable<(long At, double Value)> Walk(SeededRandom random, int points, double middle, double swing, int decimals)
    {
        var (drift, first) = (0.0, End - ((points - 1) * HistoryPlan.Step));
        for (var point = 0; point < points; point++)
        {
            var at = first + (point * HistoryPlan.Step);
            drift = (drift * 0.999) + ((random.Unit() - 0.5) * swing / 20);
            var day = Math.Sin(2 * Math.PI * (at % HistoryPlan.Day) / HistoryPlan.Day);
            yield return (at, Math.Round(middle + (swing * day) + drift, decimals));
        }
    }
}
