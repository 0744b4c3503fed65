using System.Collections;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>The messages of a batch of pending pushes, without copying them.</summary>
internal sealed class MessageBatch(IReadOnlyList<PendingPush> pushes) : IReadOnlyList<NewMessage>
{
    public int Count => pushes.Count;

    public NewMessage this[int index] => pushes[index].Message;

    public IEnumerator<NewMessage> GetEnumerator() => pushes.Select(static push => push.Message).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
