using System.Globalization;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Webhook;
using Sensoro.Domain.Audit;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Quarantine;

/// <summary>
/// Where staff work through refused pushes: one piece of work at a time, in slices, seen by everybody who looks. It goes on when
/// the page that began it is left, and stops between two slices when the program does. A replay can be begun again at any point:
/// what is in the log already stays as it is.
/// </summary>
internal sealed class QuarantineDesk(
    QuarantineQueries refused,
    QuarantineVerifier verifier,
    MessageLog log,
    AuditTrail trail,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<QuarantineDesk> logger) : IDisposable
{
    private readonly VerdictMemory _verdicts = new();
    private readonly Lock _gate = new();
    private CancellationTokenSource? _stop;
    private volatile QuarantineRun? _run;

    /// <summary>The run has moved on. Listeners must be quick.</summary>
    public event Action? Changed;

    /// <summary>The work that is going on, or was done last.</summary>
    public QuarantineRun? Run => _run;

    /// <summary>Completes when the work that is going on has ended, well or not.</summary>
    public Task Work { get; private set; } = Task.CompletedTask;

    /// <summary>What was found out about a push last; null when nobody has asked.</summary>
    public Verdict? VerdictOf(long id) => _verdicts.Of(id);

    /// <summary>Begins a piece of work; false while another one runs.</summary>
    public async Task<bool> TryStartAsync(QuarantineTask task, QuarantineFilter filter, CancellationToken cancellationToken)
    {
        Acting.Demand(NeededFor(task));
        var through = await refused.LastIdAsync(cancellationToken);
        var total = await refused.CountAsync(filter, cancellationToken);
        QuarantineRun run;
        lock (_gate)
        {
            if (_run is { IsRunning: true })
            {
                return false;
            }

            _stop?.Dispose();
            _stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
            _run = run = new QuarantineRun { Task = task, Filter = filter, Total = total, StartedAt = time.GetUtcNow() };
            var stop = _stop.Token;
            Work = Task.Run(() => WorkAsync(run, through, stop), CancellationToken.None);
        }

        if (ActionOf(task) is { } action)
        {
            trail.Append(action, total.ToString(CultureInfo.InvariantCulture));
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>What the trail says of the work; null for what changes nothing.</summary>
    private static AuditAction? ActionOf(QuarantineTask task) => task switch
    {
        QuarantineTask.Replay => AuditAction.QuarantineReplay,
        QuarantineTask.Delete => AuditAction.QuarantineDeletion,
        _ => null,
    };

    /// <summary>Looking whether refused pushes would pass now changes nothing; all else does.</summary>
    public static Role NeededFor(QuarantineTask task) => task == QuarantineTask.Verify ? Role.Operator : Role.Administrator;

    /// <summary>Asks the work that is going on to stop after its slice.</summary>
    public void Stop()
    {
        Acting.Demand(Role.Operator);
        lock (_gate)
        {
            _stop?.Cancel();
        }
    }

    public void Dispose() => _stop?.Dispose();

    private async Task WorkAsync(QuarantineRun run, long through, CancellationToken stop)
    {
        var tally = new QuarantineTally();
        try
        {
            for (var after = 0L; !stop.IsCancellationRequested && await refused.SliceAsync(run.Filter, after, through, CancellationToken.None) is { Count: > 0 } slice;)
            {
                after = slice[^1].Id;
                Do(run.Task, slice, tally);
                Show(tally.Into(run));
            }

            End(tally.Into(run) with { WasStopped = stop.IsCancellationRequested });
        }
        catch (Exception error)
        {
            Log.RunFailed(logger, run.Task, error);
            End(tally.Into(run) with { HasFailed = true });
        }
    }

    private void Do(QuarantineTask task, IReadOnlyList<QuarantinedPush> slice, QuarantineTally tally)
    {
        switch (task)
        {
            case QuarantineTask.Verify:
                Verify(slice, tally);
                break;
            case QuarantineTask.Replay:
                Replay(slice, tally);
                break;
            case QuarantineTask.Delete:
                Remove([.. slice.Select(static push => push.Id)]);
                tally.AddDeleted(slice.Count);
                break;
        }
    }

    private void Verify(IReadOnlyList<QuarantinedPush> slice, QuarantineTally tally)
    {
        foreach (var push in slice)
        {
            using var opened = Judge(push, tally);
            if (opened is not null)
            {
                _verdicts.Note(push.Id, new Verdict(VerdictKind.Passes, null, time.GetUtcNow()));
                tally.Add(VerdictKind.Passes, opened.Message);
            }
        }
    }

    /// <summary>First into the log, then out of the quarantine: whatever happens in between, a push is in one of them.</summary>
    private void Replay(IReadOnlyList<QuarantinedPush> slice, QuarantineTally tally)
    {
        var opened = new List<OpenedPush>(slice.Count);
        try
        {
            var (messages, ids) = (new List<NewMessage>(slice.Count), new List<long>(slice.Count));
            foreach (var push in slice)
            {
                if (Judge(push, tally) is { } good)
                {
                    opened.Add(good);
                    messages.Add(verifier.Message(good, push));
                    ids.Add(push.Id);
                }
            }

            if (messages.Count == 0)
            {
                return;
            }

            var outcomes = log.Append(messages);
            Remove(ids);
            for (var i = 0; i < messages.Count; i++)
            {
                tally.Add(Kind(outcomes[i].Kind), messages[i]);
            }
        }
        finally
        {
            opened.ForEach(static push => push.Dispose());
        }
    }

    private OpenedPush? Judge(QuarantinedPush push, QuarantineTally tally)
    {
        var opened = verifier.Open(push, out var refusal);
        if (opened is null)
        {
            _verdicts.Note(push.Id, new Verdict(VerdictKind.Refused, refusal.RejectReason, time.GetUtcNow()));
            tally.AddRefused();
        }

        return opened;
    }

    private void Remove(IReadOnlyList<long> ids)
    {
        log.RemoveRefused(ids);
        _verdicts.Forget(ids);
    }

    private static VerdictKind Kind(AppendKind kind) => kind switch
    {
        AppendKind.Stored => VerdictKind.Stored,
        AppendKind.Duplicate => VerdictKind.StoredBefore,
        AppendKind.Conflict => VerdictKind.Conflict,
    };

    private void Show(QuarantineRun run)
    {
        _run = run;
        Changed?.Invoke();
    }

    private void End(QuarantineRun run)
    {
        var ended = run with { EndedAt = time.GetUtcNow() };
        Log.RunEnded(logger, ended.Task, ended.Done, ended.Total, ended[VerdictKind.Refused]);
        Show(ended);
    }
}
