using System.Diagnostics.Metrics;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>How the group commit is doing.</summary>
internal sealed class IngestionMetrics
{
    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _commitSeconds;

    public IngestionMetrics(IMeterFactory meters, PipelineStatus status)
    {
        var meter = meters.Create(MeterNames.Dashboard);
        _batchSize = meter.CreateHistogram<int>("sensoro.ingestion.batch.size", "{push}", "Pushes in one commit");
        _commitSeconds = meter.CreateHistogram<double>("sensoro.ingestion.commit.duration", "s", "Time of one commit");
        meter.CreateObservableGauge("sensoro.ingestion.queue.depth", () => status.QueueDepth, "{push}", "Pushes waiting for their commit");
    }

    public void RecordBatch(int size, TimeSpan duration)
    {
        _batchSize.Record(size);
        _commitSeconds.Record(duration.TotalSeconds);
    }
}
