using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Projection;

/// <summary>Counts the messages of each minute: the pulse of the whole stream.</summary>
internal sealed class ArrivalProjection(StateWriter state)
{
    private const long MillisecondsPerMinute = 60_000;

    public void Apply(IReadOnlyList<LoggedMessage> messages)
    {
        foreach (var minute in messages.CountBy(static message => message.Entry.ReceivedAt.ToUnixTimeMilliseconds() / MillisecondsPerMinute))
        {
            state.AddPushes(minute.Key, minute.Value);
        }
    }
}
