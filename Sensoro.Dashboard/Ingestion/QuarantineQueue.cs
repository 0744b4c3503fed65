using System.Threading.Channels;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>
/// The bounded channel to the quarantine, apart from the one that good pushes take: whatever crowds in here, they do not wait for
/// it.
/// </summary>
internal sealed class QuarantineQueue
{
    internal const int Capacity = 1_024;

    /// <summary>Bytes of bodies that may wait.</summary>
    internal const long MaxBytes = 32L << 20;

    private readonly Channel<PendingRefusal> _channel = Channel.CreateBounded<PendingRefusal>(new BoundedChannelOptions(Capacity)
    {
        SingleReader = true,
        AllowSynchronousContinuations = false,
    });

    private long _bytes;

    internal ChannelReader<PendingRefusal> Reader => _channel.Reader;

    /// <summary>False when too much waits already, or the program is stopping.</summary>
    public bool TryEnqueue(PendingRefusal refusal)
    {
        var size = refusal.Push.Body.Length;
        if (Interlocked.Add(ref _bytes, size) <= MaxBytes && _channel.Writer.TryWrite(refusal))
        {
            return true;
        }

        Interlocked.Add(ref _bytes, -size);
        return false;
    }

    internal void Taken(PendingRefusal refusal) => Interlocked.Add(ref _bytes, -refusal.Push.Body.Length);

    /// <summary>Nothing is taken any more; what waits is still written.</summary>
    internal void Close() => _channel.Writer.TryComplete();
}
