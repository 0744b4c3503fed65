using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Projection;

/// <summary>
/// Folds what comes next in the log so that one message cannot stop the others. A run that fails is cut in halves until a single
/// message fails by itself; after its last try that one is set aside. A state that cannot be written at all proves nothing
/// against a message: it is never set aside then, because to set it aside is a write, too.
/// </summary>
internal sealed class CarefulFold(LogFold fold, ProjectionMetrics metrics, TimeProvider time, ILogger<CarefulFold> logger)
{
    public const int Tries = 3;

    private long _suspectId;
    private int _failures;

    /// <summary>Messages to hand over at once: few while one of them is looked for, and more with every fold that succeeds.</summary>
    public int Limit { get; private set; } = ProjectionPace.FullFold;

    /// <summary>Folds the messages, or what of them belongs together.</summary>
    /// <returns>What is to be published; null when the next try will be with less.</returns>
    /// <exception cref="Exception">The state cannot be written. Nothing is kept.</exception>
    public FeedUpdate? Apply(IReadOnlyList<LoggedMessage> messages)
    {
        try
        {
            var update = fold.Apply(messages);
            Limit = int.Min(ProjectionPace.FullFold, Limit * 2);
            return update;
        }
        catch (Exception error) when (!fold.IsUnwritable(error))
        {
            return messages.Count > 1 ? Narrow(messages.Count) : Suspect(messages[0], error);
        }
    }

    private FeedUpdate? Narrow(int count)
    {
        Limit = count / 2;
        return null;
    }

    private FeedUpdate? Suspect(LoggedMessage message, Exception error)
    {
        _failures = message.Entry.Id == _suspectId ? _failures + 1 : 1;
        _suspectId = message.Entry.Id;
        if (_failures < Tries)
        {
            return null;
        }

        var update = fold.SetAside(message, error, _failures, time.GetUtcNow());
        metrics.CountSetAside();
        Log.MessageSetAside(logger, message.Entry.Id, _failures, error);
        return update;
    }
}
