namespace Sensoro.Domain.Ledger;

/// <summary>A refused push as the quarantine keeps it.</summary>
/// <param name="Id">Its number; grows with each push that is kept.</param>
/// <param name="Push">The push as it came the first time.</param>
/// <param name="Size">Size of its body in bytes, also where the body itself was not asked for.</param>
/// <param name="LastReceivedAt">When it came the last time.</param>
/// <param name="LastNonce">The nonce it came with the last time.</param>
/// <param name="LastSignature">The signature it came with the last time. Where nobody vouches for it, either of the two may be a forgery.</param>
/// <param name="Deliveries">How often it came.</param>
public sealed record QuarantinedPush(long Id, RefusedPush Push, int Size, DateTimeOffset LastReceivedAt, string LastNonce, ReadOnlyMemory<byte> LastSignature, int Deliveries)
{
    /// <summary>The push as its newest delivery was signed.</summary>
    public RefusedPush Last => Push with { Nonce = LastNonce, Signature = LastSignature };
}
