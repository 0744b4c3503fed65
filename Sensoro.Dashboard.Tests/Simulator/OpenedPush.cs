using Sensoro.Domain.Protocol;
using Sensoro.Simulator.Pushes;

namespace Sensoro.Dashboard.Tests.Simulator;

/// <summary>Reads a push with the domain's own parser and cipher, as the dashboard does.</summary>
internal static class OpenedPush
{
    public static Push Read(OutgoingPush push) =>
        TryRead(push.Body, out var read) ? read : throw new InvalidOperationException("The push cannot be read.");

    public static bool TryRead(ReadOnlyMemory<byte> body, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Push? push)
    {
        push = null;
        if (!PushParser.TryReadEnvelope(body, out var envelope, out _))
        {
            return false;
        }

        if (!envelope.IsEncrypted)
        {
            push = PushParser.ReadPush(envelope, default);
            return true;
        }

        var buffer = new byte[PushCipher.MaxPlaintextLength(envelope.EncryptData.Length)];
        if (PushCipher.TryCreate(SampleFleet.AppKey, SampleFleet.AppId, out var cipher)
            && cipher.TryDecrypt(envelope.EncryptData.Span, buffer, out var offset, out var length, out _))
        {
            push = PushParser.ReadPush(envelope, buffer.AsMemory(offset, length));
        }

        return push is not null;
    }
}
