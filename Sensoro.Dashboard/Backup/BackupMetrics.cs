using System.Diagnostics.Metrics;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Backup;

/// <summary>How old the newest backup is and how the scheduled ones end.</summary>
internal sealed class BackupMetrics
{
    private readonly BackupStatus _status;
    private readonly TimeProvider _time;
    private readonly Counter<long> _runs;

    public BackupMetrics(IMeterFactory meters, BackupStatus status, TimeProvider time)
    {
        (_status, _time) = (status, time);
        var meter = meters.Create(MeterNames.Dashboard);
        meter.CreateObservableGauge("sensoro.backup.age", Age, "s", "Age of the newest backup; not there while there is none");
        _runs = meter.CreateCounter<long>("sensoro.backup.runs", "{run}", "Scheduled backups by outcome");
    }

    public void Count(bool isDone) => _runs.Add(1, new KeyValuePair<string, object?>("outcome", isDone ? "done" : "failed"));

    private IEnumerable<Measurement<double>> Age() => _status.Now.LastAt is { } at ? [new Measurement<double>((_time.GetUtcNow() - at).TotalSeconds)] : [];
}
