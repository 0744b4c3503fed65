using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Projection;

/// <summary>Folds one run of messages into the state: everything they mean and the cursor behind them in one transaction.</summary>
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

    /// <summary>Folds the messages and returns what is to be published. Nothing is kept when it throws.</summary>
    public FeedUpdate Apply(IReadOnlyList<LoggedMessage> messages)
    {
        lock (_gate)
        {
            return ApplyAlone(messages);
        }
    }

    private FeedUpdate ApplyAlone(IReadOnlyList<LoggedMessage> messages)
    {
        state.Begin();
        try
        {
            var results = new List<TaskResult>();
            foreach (var message in messages)
            {
                Apply(message, results);
            }

            arrivals.Apply(messages);
            var changes = devices.Flush();
            state.Commit(messages[^1].Entry.Id, log.Generation);
            return Update(messages, changes, results);
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
