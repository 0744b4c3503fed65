namespace Sensoro.Dashboard.Storage;

/// <summary>A refused push, kept as it came. It leaves when it is replayed, deleted, or pushed out by newer ones.</summary>
public sealed class QuarantineRow
{
    public long Id { get; private set; }

    /// <summary>Tells whether two refused deliveries are one push.</summary>
    public byte[] Identity { get; private set; } = [];

    public string AppId { get; private set; } = "";

    /// <summary>One of <c>auth_bad_signature</c>, <c>auth_stale_nonce</c>, <c>body_invalid</c>, <c>envelope_invalid</c>, <c>decrypt_failed</c>.</summary>
    public string Reason { get; private set; } = "";

    public string Detail { get; private set; } = "";

    /// <summary>Its signature was right.</summary>
    public bool Authentic { get; private set; }

    public string Address { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string Nonce { get; private set; } = "";

    public byte[] Signature { get; private set; } = [];

    /// <summary>The nonce of the newest delivery: of two the other may be a forgery.</summary>
    public string LastNonce { get; private set; } = "";

    /// <summary>The signature of the newest delivery.</summary>
    public byte[] LastSignature { get; private set; } = [];

    public string? Sn { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset LastReceivedAt { get; private set; }

    public int Deliveries { get; private set; }

    public int Size { get; private set; }

    public byte[] Body { get; private set; } = [];
}
