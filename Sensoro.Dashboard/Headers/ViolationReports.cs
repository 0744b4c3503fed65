using System.Diagnostics.Metrics;
using System.Threading.RateLimiting;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Headers;

/// <summary>Counts reports of violations, keeps the newest, and writes a few of them to the log: a flood of them must not drown it.</summary>
internal sealed class ViolationReports : IDisposable
{
    public const int MostKept = 100;
    private const int LinesPerMinute = 10;

    private readonly Lock _gate = new();
    private readonly LinkedList<ViolationReport> _newest = [];
    private readonly Counter<long> _counter;
    private readonly ILogger<ViolationReports> _logger;
    private readonly FixedWindowRateLimiter _lines = new(new FixedWindowRateLimiterOptions { PermitLimit = LinesPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    public ViolationReports(IMeterFactory meters, ILogger<ViolationReports> logger)
    {
        _logger = logger;
        _counter = meters.Create(MeterNames.Dashboard).CreateCounter<long>("sensoro.headers.violations", description: "Reports of what the content security policy has stopped.");
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ViolationReport> Newest
    {
        get
        {
            lock (_gate)
            {
                return [.. _newest];
            }
        }
    }

    public void Take(ViolationReport report)
    {
        _counter.Add(1);
        lock (_gate)
        {
            _newest.AddFirst(report);
            if (_newest.Count > MostKept)
            {
                _newest.RemoveLast();
            }
        }

        using var line = _lines.AttemptAcquire();
        if (line.IsAcquired)
        {
            Log.Violation(_logger, LogText.Of(report.Directive), LogText.Of(report.Blocked), LogText.Of(report.Page));
        }
    }

    public void Dispose() => _lines.Dispose();
}
