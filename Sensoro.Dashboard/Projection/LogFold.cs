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

    /// <summary>The error is one of the state itself, whatever was to be folded.</summary>
    public bool IsUnwritable(Exception error) => state.IsUnwritable(error);

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
            return IsRepeat(messages[0])
                ? ApplyAlone([.. messages.TakeWhile(IsRepeat)], isRepeat: true)
                : ApplyAlone(messages, isRepeat: false);
        }
    }

    /// <summary>Goes on behind a message that cannot be folded, and keeps why. It is counted and announced as any other.</summary>
    public FeedUpdate SetAside(LoggedMessage message, Exception error, int tries, DateTimeOffset at)
    {
        lock (_gate)
        {
            var isRepeat = IsRepeat(message);
            return InTransaction(message.Entry.Id, () =>
            {
                state.SetAside(Describe(message, error, tries, at));
                if (!isRepeat)
                {
                    arrivals.Apply([message]);
                }

                return isRepeat ? new FeedUpdate { Cursor = message.Entry.Id } : Update([message], [], []);
            });
        }
    }

    /// <summary>Folds a message that was set aside, as one that comes late: it has been counted and announced already.</summary>
    public FeedUpdate Retry(LoggedMessage message)
    {
        lock (_gate)
        {
            return InTransaction(state.Cursor, () =>
            {
                var results = new List<TaskResult>();
                Apply(message, results);
                var changes = devices.Flush(isRepeat: state.RebuildTo is not null);
                state.TakeBack(message.Entry.Id);
                return new FeedUpdate { Cursor = state.Cursor, Devices = changes, Tasks = results };
            });
        }
    }

    /// <summary>Keeps why a message that was set aside has failed once more.</summary>
    public void SetAsideAgain(LoggedMessage message, Exception error, int tries, DateTimeOffset at) =>
        Write(() => state.SetAside(Describe(message, error, tries, at)));

    /// <summary>A message that was set aside is not in the log any more.</summary>
    public void Forget(long messageId) => Write(() => state.TakeBack(messageId));

    private void Write(Action write)
    {
        lock (_gate)
        {
            InTransaction(state.Cursor, () =>
            {
                write();
                return true;
            });
        }
    }

    private T InTransaction<T>(long cursor, Func<T> write)
    {
        state.Begin();
        try
        {
            var written = write();
            state.Commit(cursor, log.Generation);
            return written;
        }
        catch
        {
            devices.Forget();
            state.RollBack();
            throw;
        }
    }

    private bool IsRepeat(LoggedMessage message) => state.RebuildTo is { } end && message.Entry.Id <= end;

    private FeedUpdate ApplyAlone(IReadOnlyList<LoggedMessage> messages, bool isRepeat) => InTransaction(messages[^1].Entry.Id, () =>
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
        return isRepeat ? new FeedUpdate { Cursor = messages[^1].Entry.Id } : Update(messages, changes, results);
    });

    private void Apply(LoggedMessage message, List<TaskResult> results)
    {
        if (message.Damage is { } damage)
        {
            throw damage;
        }

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

    private static SetAsideMessage Describe(LoggedMessage message, Exception error, int tries, DateTimeOffset at) =>
        new(message.Entry.Id, message.Entry.Sn, $"{error.GetType().Name}: {error.Message}", error.ToString(), tries, at);

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
