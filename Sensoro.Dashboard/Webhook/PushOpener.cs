using System.Buffers;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Webhook;

/// <summary>
/// Turns the verified bytes of a push into a message for the log: JSON, envelope, decryption. Every decryption failure gives
/// the same answer, so that it tells an attacker nothing.
/// </summary>
internal sealed class PushOpener(ApplicationRegistry applications, TimeProvider time)
{
    public OpenedPush? Open(in PushCredentials credentials, ReadOnlyMemory<byte> body, out WebhookAnswer refusal)
    {
        if (!PushParser.TryReadEnvelope(body, out var envelope, out var error) || envelope is null)
        {
            refusal = Refusal(error);
            return null;
        }

        var application = credentials.Application ?? applications.Find(envelope.AppId ?? "");
        if (application is not null && envelope.AppId is { } appId && appId != application.AppId)
        {
            refusal = new(WebhookOutcome.EnvelopeInvalid, "The appId in the body is not the one in X-ACCESS-ID.");
            return null;
        }

        if (!envelope.IsEncrypted)
        {
            refusal = default;
            return new OpenedPush(Message(credentials, application, envelope, body, default, ContentHash.Of(body.Span)), null);
        }

        return Decrypt(credentials, application, envelope, body, out refusal);
    }

    private OpenedPush? Decrypt(in PushCredentials credentials, RegisteredApplication? application, PushEnvelope envelope, ReadOnlyMemory<byte> body, out WebhookAnswer refusal)
    {
        var encrypted = envelope.EncryptData;
        var buffer = ArrayPool<byte>.Shared.Rent(PushCipher.MaxPlaintextLength(encrypted.Length));
        var ciphers = application?.Ciphers ?? [];
        for (var i = 0; i < ciphers.Count; i++)
        {
            if (ciphers[i].TryDecrypt(encrypted.Span, buffer, out var offset, out var length, out _))
            {
                if (i > 0)
                {
                    // The present key comes first; one behind it is being rotated out.
                    application?.Pushes.NotePreviousKey(time.GetUtcNow());
                }

                var content = buffer.AsMemory(offset, length);
                refusal = default;
                return new OpenedPush(Message(credentials, application, envelope, content, body, ContentHash.Of(body.Span, encrypted.Span, content.Span)), buffer);
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
        refusal = new(WebhookOutcome.Undecryptable, "encryptData cannot be decrypted; compare the AppKey with the one SENSORO shows for this AppID.");
        return null;
    }

    private NewMessage Message(in PushCredentials credentials, RegisteredApplication? application, PushEnvelope envelope, ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> sealedBody, long contentHash) => new()
    {
        AppId = application?.AppId ?? envelope.AppId ?? "",
        Kind = envelope.Kind,
        Sn = envelope.Sn,
        DeviceType = envelope.DeviceType,
        TaskId = envelope.TaskId,
        MsgId = envelope.MsgId,
        CreatedAt = envelope.CreatedAt,
        ReceivedAt = time.GetUtcNow(),
        SentAt = credentials.IsSigned ? credentials.SentAt : null,
        Body = content,
        Sealed = sealedBody,
        ContentHash = contentHash,
    };

    private static WebhookAnswer Refusal(ProtocolError error) => error.Kind switch
    {
        ProtocolErrorKind.BodyEmpty => new(WebhookOutcome.BodyInvalid, "The body is empty; a push is one JSON object."),
        ProtocolErrorKind.BodyNotJson => new(WebhookOutcome.BodyInvalid, "The body is not JSON in UTF-8; a push is one JSON object."),
        ProtocolErrorKind.BodyNotObject => new(WebhookOutcome.BodyInvalid, "The body is JSON, but not an object; a push is one JSON object."),
        ProtocolErrorKind.BodyTooDeep => new(WebhookOutcome.BodyInvalid, "The JSON is nested deeper than 64 levels."),
        ProtocolErrorKind.EnvelopeInvalid => new(WebhookOutcome.EnvelopeInvalid, EnvelopeFault(error.Detail)),
        ProtocolErrorKind.DecryptFailed or ProtocolErrorKind.None => new(WebhookOutcome.EnvelopeInvalid, "The push cannot be read."),
    };

    private static string EnvelopeFault(string detail) => detail switch
    {
        "no_sn" => "The push has no sn; a sensor push names its device.",
        "no_data" => "The push has neither data nor encryptData; one of them carries the readings.",
        "data_not_object" => "The member data is not an object.",
        "no_task_id" => "The event has no taskId; a task event names its task.",
        _ => "The envelope cannot be read.",
    };
}
