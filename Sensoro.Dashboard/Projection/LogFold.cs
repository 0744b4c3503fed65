using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Projection;

/// <summary>
/// Folds one run of messages into the state: everything they mean and the cursor behind them in one transaction. While the state is
/// being folded anew, messages that were folded before bring everything but what counts them or announces them.
/// </summary>
internal sealed class LogFold(
    StateWriter state,
    MessageLog log,
    DeviceProjection devices,
    TaskProjection tasks,
    ArrivalProjection arrivals,
    ILogger<LogFold> logger)
{
    private const int MaxAnnouncedMessages = 500;

    private readonly Lock _gate = new();

    public long Cursor => state.Cursor;

    /// <exception cref="StorageException">The state was folded from another log, or is ahead of this one.</exception>
    public void CheckPairing()
    {
        if (state.Generation is { } generation && generation != log.Generation)
        {
            throw new StorageException("The state (sensoro.db) was folded from another message log (log.db). Restore both from the same backup, or remove sensoro.db to fold it anew.");
        }

        if (state.Cursor > log.LastId)
        {
            throw new StorageException($"The state (sensoro.db) has folded message {state.Cursor}, but the message log (log.db) ends at {log.LastId}. Restore both from the same backup, or remove sensoro.db to fold it anew.");
        }
    }

    /// <summary>Forgets everything that was folded. What comes next starts from nothing.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            devices.Forget();
            state.Clear();
        }
    }

    /// <summary>Sets the state back to before the first message that the log holds, unless a rebuild is under way already.</summary>
    public void BeginRebuild(LogExtent extent)
    {
        lock (_gate)
        {
            if (state is { RebuildTo: null, Generation: not null })
            {
                devices.Forget();
                state.BeginRebuild(extent);
            }
        }
    }

    /// <summary>Reads devices anew that staff have changed, and returns what is to be published.</summary>
    public FeedUpdate Reread(IReadOnlyCollection<string> sns)
    {
        lock (_gate)
        {
            var known = devices.Reread(sns);
            var removed = sns.Except(known.Select(static change => change.Device.Sn), StringComparer.Ordinal);
            return new FeedUpdate { Cursor = state.Cursor, Devices = known, Removed = [.. removed] };
        }
    }

    /// <summary>
    /// Folds the messages and returns what is to be published: of messages folded before only those up to the end of the rebuild, so
    /// that a fold is either old or new. Nothing is kept when it throws.
    /// </summary>
    public FeedUpdate Apply(IReadOnlyList<LoggedMessage> messages)
    {
        lock (_gate)
        {
            return state.RebuildTo is { } end && messages[0].Entry.Id <= end
                ? ApplyAlone([.. messages.TakeWhile(message => message.Entry.Id <= end)], isRepeat: true)
                : ApplyAlone(messages, isRepeat: false);
        }
    }

    private FeedUpdate ApplyAlone(IReadOnlyList<LoggedMessage> messages, bool isRepeat)
    {
        state.Begin();
        try
        {
            var results = new List<TaskResult>();
            foreach (var message in messages)
            {
                Apply(message, results);
            }

            if (!isRepeat)
            {
                arrivals.Apply(messages);
            }

            var changes = devices.Flush(isRepeat);
            state.Commit(messages[^1].Entry.Id, log.Generation);
            return isRepeat ? new FeedUpdate { Cursor = messages[^1].Entry.Id } : Update(messages, changes, results);
        }
        catch
        {
            devices.Forget();
            state.RollBack();
            throw;
        }
    }

    private void Apply(LoggedMessage message, List<TaskResult> results)
    {
        switch (message.ReadPush())
        {
            case SensorPush push:
                devices.Apply(push, message.Entry);
                break;
            case TaskEvent task:
                results.Add(tasks.Apply(task, message.Entry));
                break;
            case OtherPush when message.Entry.Sn is { } sn:
                devices.Mention(sn, message.Entry.Id);
                break;
            case null:
                Log.MessageUnreadable(logger, message.Entry.Id);
                break;
        }
    }

    private static FeedUpdate Update(IReadOnlyList<LoggedMessage> messages, IReadOnlyList<DeviceChange> changes, List<TaskResult> results)
    {
        var skipped = Math.Max(0, messages.Count - MaxAnnouncedMessages);
        return new FeedUpdate
        {
            Cursor = messages[^1].Entry.Id,
            Devices = changes,
            Messages = [.. messages.Skip(skipped).Select(static message => message.Entry)],
            SkippedMessages = skipped,
            Tasks = results,
        };
    }
}
