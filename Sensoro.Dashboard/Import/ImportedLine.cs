using System.Text;
using System.Text.Json;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Import;

/// <summary>Turns a line of an export back into the message that the door once handed to the log.</summary>
internal static class ImportedLine
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The line without what surrounds it; empty for a blank one.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => (line.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line).Trim(" \t\r"u8);

    /// <summary>Reads the message; null, with the reason, when the line is not one.</summary>
    public static NewMessage? Read(ReadOnlySpan<byte> line, out string reason)
    {
        try
        {
            reason = "";
            return JsonSerializer.Deserialize(Trim(line), ImportJson.Default.ExportedMessage) is { } message ? Read(message, out reason) : Refuse("null is not a message", out reason);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return Refuse("not a JSON object of a message", out reason);
        }
    }

    private static NewMessage? Read(ExportedMessage message, out string reason)
    {
        reason = "";
        if (message.AppId is not { } appId || message.ReceivedAt is not { } receivedAt)
        {
            return Refuse("appId and receivedAt are needed", out reason);
        }

        var body = message.BodyBase64 ?? (message.Body is { } text ? Encoding.UTF8.GetBytes(text) : []);
        var sealedBody = message is { Encrypted: true, Sealed: { } original } ? Encoding.UTF8.GetBytes(original) : [];
        if (body.Length == 0 || message.Encrypted == (sealedBody.Length == 0))
        {
            return Refuse("body is needed, and sealed for an encrypted push", out reason);
        }

        if (!PushParser.TryReadEnvelope(message.Encrypted ? sealedBody : body, out var envelope, out _))
        {
            return Refuse("the body is not a push", out reason);
        }

        if (message.Kind != PushKinds.Text(envelope.Kind) || message.Sn != envelope.Sn || message.TaskId != envelope.TaskId || message.Encrypted != envelope.IsEncrypted)
        {
            return Refuse("kind, sn, taskId or encrypted say something else than the body", out reason);
        }

        return new NewMessage
        {
            AppId = appId,
            Kind = envelope.Kind,
            Sn = message.Sn,
            DeviceType = message.DeviceType,
            TaskId = message.TaskId,
            MsgId = message.MsgId,
            CreatedAt = message.CreatedAt,
            ReceivedAt = receivedAt,
            SentAt = message.SentAt,
            Body = body,
            Sealed = sealedBody,
            Deliveries = Math.Max(1, message.Deliveries),
            IsReplay = true,
            ContentHash = message.Encrypted ? ContentHash.Of(sealedBody, envelope.EncryptData.Span, body) : ContentHash.Of(body),
        };
    }

    private static NewMessage? Refuse(string why, out string reason)
    {
        reason = why;
        return null;
    }
}
