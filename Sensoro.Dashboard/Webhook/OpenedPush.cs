using System.Buffers;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Webhook;

/// <summary>A push that was understood far enough to be stored, with the rented memory its decrypted content lies in.</summary>
internal sealed class OpenedPush(NewMessage message, byte[]? rented) : IDisposable
{
    private byte[]? _rented = rented;

    public NewMessage Message { get; } = message;

    /// <summary>Keeps the memory out of the pool: someone may still read it.</summary>
    public void GiveUp() => _rented = null;

    public void Dispose()
    {
        if (_rented is { } buffer)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
