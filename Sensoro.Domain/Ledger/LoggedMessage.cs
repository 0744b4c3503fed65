using Sensoro.Domain.Protocol;

namespace Sensoro.Domain.Ledger;

/// <summary>A stored push with what it says, ready to be understood again.</summary>
/// <param name="Entry">The ledger's line.</param>
/// <param name="Body">The request body, or the decrypted content of an encrypted push.</param>
/// <param name="Sealed">The request body of an encrypted push as received; empty for a plain one.</param>
public sealed record LoggedMessage(LedgerEntry Entry, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Sealed)
{
    /// <summary>Why the body could not be read back: the disk has changed it. Null for a message that is whole.</summary>
    public Exception? Damage { get; init; }

    /// <summary>
    /// Understands the push with the rules of this version of the program. Null when the rules have become stricter than those
    /// that let the push in, or when the body could not be read back.
    /// </summary>
    public Push? ReadPush() =>
        PushParser.TryReadEnvelope(Entry.Encrypted ? Sealed : Body, out var envelope, out _) && envelope is not null
            ? PushParser.ReadPush(envelope, Entry.Encrypted ? Body : default)
            : null;
}
