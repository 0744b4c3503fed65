using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// Reads pushes in two steps, because the secret part can be opened only after the envelope is known. Nothing here throws on what a
/// sender can write.
/// </summary>
public static class PushParser
{
    /// <summary>Reads the outside of a push in one pass over the body. The envelope's slices point into <paramref name="body"/>.</summary>
    public static bool TryReadEnvelope(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out PushEnvelope? envelope, out ProtocolError error)
    {
        envelope = null;
        if (body.IsEmpty)
        {
            error = new ProtocolError(ProtocolErrorKind.BodyEmpty, "empty");
        }
        else if (!Utf8.IsValid(body.Span))
        {
            error = new ProtocolError(ProtocolErrorKind.BodyNotJson, "not_utf8");
        }
        else
        {
            error = new EnvelopeReader(body).Read(out envelope);
        }

        return envelope is not null;
    }

    /// <summary>Reads what the push says.</summary>
    /// <param name="envelope">From <see cref="TryReadEnvelope"/>, its body still in place.</param>
    /// <param name="content">The message <see cref="PushCipher.TryDecrypt"/> found in an encrypted push; default for a plain one.</param>
    public static Push ReadPush(PushEnvelope envelope, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return envelope switch
        {
            { Kind: PushKind.Sensor, Sn: { } sn } => new SensorPush(envelope, sn, MeasurementReader.Read(Readings(envelope, content.Span))),
            { Kind: PushKind.Task, TaskId: { } taskId } => TaskResultReader.Read(envelope, taskId, content.Span),
            _ => new OtherPush(envelope),
        };
    }

    private static ReadOnlySpan<byte> Readings(PushEnvelope envelope, ReadOnlySpan<byte> content) =>
        envelope.IsEncrypted ? ContentWrapping.Remove(content) : envelope.Content.Span;
}
