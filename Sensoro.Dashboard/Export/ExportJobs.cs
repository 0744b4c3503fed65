using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Export;

/// <summary>The exports that were asked for: waiting, being written, finished. Pages ask and look here; a worker writes them.</summary>
public sealed class ExportJobs
{
    private const int IdBytes = 16;
    private const double EstimateMargin = 1.2;

    private readonly ConcurrentDictionary<string, ExportRecord> _records = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly Channel<string> _queue;
    private readonly ExportFolder _folder;
    private readonly ExportEstimator _estimator;
    private readonly FreeSpace _space;
    private readonly ExportOptions _options;
    private readonly AuditTrail _trail;
    private readonly TimeProvider _time;

    internal ExportJobs(ExportFolder folder, ExportEstimator estimator, FreeSpace space, IOptions<ExportOptions> options, AuditTrail trail, TimeProvider time)
    {
        (_folder, _estimator, _space, _options, _trail, _time) = (folder, estimator, space, options.Value, trail, time);
        _queue = Channel.CreateBounded<string>(_options.MaxQueued);
    }

    /// <summary>An export has come to its end, whichever. Raised on the thread that ended it.</summary>
    public event Action<ExportRecord>? Ended;

    /// <summary>Every export, the newest first.</summary>
    public IReadOnlyList<ExportRecord> All => [.. _records.Values.OrderByDescending(static record => record.AskedAt).ThenBy(static record => record.Id, StringComparer.Ordinal)];

    /// <summary>How long a file is kept.</summary>
    public TimeSpan KeepFor => _options.KeepFor;

    internal ChannelReader<string> Queue => _queue.Reader;

    private long KeptBytes => _records.Values.Where(static record => record.State == ExportState.Done).Sum(static record => record.Bytes);

    public ExportRecord? Find(string id) => _records.GetValueOrDefault(id);

    /// <summary>About how much the export will be.</summary>
    public Task<ExportEstimate> EstimateAsync(ExportRequest request, CancellationToken cancellationToken) => _estimator.EstimateAsync(request, cancellationToken);

    /// <summary>Puts an export into the queue.</summary>
    /// <returns>Why not, or none.</returns>
    public ExportFault Start(ExportRequest request, ExportEstimate estimate)
    {
        Acting.Demand(Role.Viewer);
        var needed = (long)(estimate.Bytes * EstimateMargin);
        if (FreeBytes() - needed < _options.ReservedBytes)
        {
            return ExportFault.DiskFull;
        }

        if (KeptBytes + needed > _options.MaxTotalBytes)
        {
            return ExportFault.FolderFull;
        }

        var record = new ExportRecord
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
            Request = request,
            AskedAt = _time.GetUtcNow(),
            EstimatedRows = estimate.Rows,
        };
        _records[record.Id] = record;
        if (!_queue.Writer.TryWrite(record.Id))
        {
            _records.TryRemove(record.Id, out _);
            return ExportFault.QueueFull;
        }

        _folder.Save(record);
        _trail.Append(AuditAction.Export, ExportWords.Title(request), null, ExportWords.Choice(request));
        return ExportFault.None;
    }

    /// <summary>Stops an export that waits or is being written; the part of a file goes.</summary>
    public void Cancel(string id)
    {
        Acting.Demand(Role.Viewer);
        if (_running.TryGetValue(id, out var running))
        {
            try
            {
                running.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended by itself.
            }
        }
        else if (Find(id) is { State: ExportState.Queued } waiting)
        {
            End(waiting with { State = ExportState.Cancelled });
        }
    }

    /// <summary>Removes an export with its file.</summary>
    public void Delete(string id)
    {
        Acting.Demand(Role.Viewer);
        Cancel(id);
        if (_records.TryRemove(id, out var record))
        {
            _folder.Delete(record);
        }
    }

    /// <summary>The finished file; null when there is none of this id.</summary>
    internal string? FileOf(ExportRecord record) => record.State == ExportState.Done && _folder.FileOf(record) is var file && File.Exists(file) ? file : null;

    /// <summary>What an earlier run left: finished files are there again, the rest has failed.</summary>
    internal void Load()
    {
        foreach (var record in _folder.Load())
        {
            if (!_records.TryAdd(record.Id, record))
            {
                continue;
            }

            if (record.IsUnfinished || (record.State == ExportState.Done && FileOf(record) is null))
            {
                End(record with { State = ExportState.Failed, Fault = ExportFault.ProgramStopped });
            }
        }
    }

    /// <summary>Removes what has been kept long enough.</summary>
    internal void Sweep()
    {
        var oldest = _time.GetUtcNow() - _options.KeepFor;
        foreach (var record in _records.Values)
        {
            if (record.EndedAt < oldest)
            {
                Delete(record.Id);
            }
        }
    }

    /// <summary>Takes an export out of the queue; false when it was cancelled meanwhile.</summary>
    internal bool TryBegin(string id, CancellationTokenSource cancellation, [NotNullWhen(true)] out ExportRecord? record, out long allowed)
    {
        allowed = _options.MaxTotalBytes - KeptBytes;
        _running[id] = cancellation;
        if (!_records.TryGetValue(id, out var waiting) || waiting.State != ExportState.Queued
            || !_records.TryUpdate(id, record = waiting with { State = ExportState.Running }, waiting))
        {
            _running.TryRemove(id, out _);
            record = null;
            return false;
        }

        return true;
    }

    /// <summary>Says how far an export is. One that was deleted meanwhile stays deleted.</summary>
    internal void Progress(ExportRecord record)
    {
        if (_records.TryGetValue(record.Id, out var known))
        {
            _records.TryUpdate(record.Id, record, known);
        }
    }

    /// <summary>Keeps how an export ended. One that was deleted meanwhile leaves nothing behind.</summary>
    internal void End(ExportRecord record)
    {
        _running.TryRemove(record.Id, out _);
        var ended = record with { EndedAt = _time.GetUtcNow() };
        if (_records.TryGetValue(record.Id, out var known) && _records.TryUpdate(record.Id, ended, known))
        {
            _folder.Save(ended);
            Ended?.Invoke(ended);
        }
        else
        {
            _folder.Delete(ended);
        }
    }

    private long FreeBytes()
    {
        Directory.CreateDirectory(_folder.Path);
        return _space.Of(_folder.Path);
    }
}
