using System.Diagnostics.Metrics;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Projection;

/// <summary>How the projection keeps up with the log.</summary>
internal sealed class ProjectionMetrics
{
    private readonly Histogram<int> _foldSize;
    private readonly Histogram<double> _foldSeconds;
    private readonly Counter<long> _setAside;

    public ProjectionMetrics(IMeterFactory meters, ProjectionLag lag)
    {
        var meter = meters.Create(MeterNames.Dashboard);
        _foldSize = meter.CreateHistogram<int>("sensoro.projection.fold.size", "{message}", "Messages in one fold");
        _foldSeconds = meter.CreateHistogram<double>("sensoro.projection.fold.duration", "s", "Time of one fold");
        _setAside = meter.CreateCounter<long>("sensoro.projection.set_aside", "{message}", "Messages that could not be folded");
        meter.CreateObservableGauge("sensoro.projection.lag", () => lag.Messages, "{message}", "Messages stored and not yet folded");
        meter.CreateObservableGauge("sensoro.projection.lag.duration", () => lag.Age().TotalSeconds, "s", "Age of the oldest message not yet folded");
    }

    public void CountSetAside() => _setAside.Add(1);

    public void RecordFold(int size, TimeSpan duration)
    {
        _foldSize.Record(size);
        _foldSeconds.Record(duration.TotalSeconds);
    }
}
