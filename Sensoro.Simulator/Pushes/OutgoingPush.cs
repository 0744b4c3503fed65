namespace Sensoro.Simulator.Pushes;

/// <summary>One push on its way to the receiver. Several deliveries of the same push share this object, so it is counted once.</summary>
/// <param name="body">What is posted, byte for byte, however often.</param>
internal sealed class OutgoingPush(ReadOnlyMemory<byte> body, PushFault fault)
{
    private int _stored;

    public ReadOnlyMemory<byte> Body => body;

    public PushFault Fault => fault;

    /// <summary>True the first time: the receiver now holds the message.</summary>
    public bool MarkStored() => Interlocked.Exchange(ref _stored, 1) == 0;
}
