using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Protocol;

/// <summary>What the program makes of a body, in one line: where its reading ended, or what it was understood as.</summary>
internal static class PushOutcome
{
    private static readonly PushCipher Cipher = PushCipher.TryCreate(PushService.North.AppKey, PushService.North.AppId, out var cipher) ? cipher : throw new InvalidOperationException("The AppKey is not one.");

    /// <summary>Does all that the door and the projection do with a body of <see cref="PushService.North"/>.</summary>
    public static string Of(byte[] body)
    {
        if (!PushParser.TryReadEnvelope(body, out var envelope, out var error))
        {
            return $"{error.Kind}:{error.Detail}";
        }

        if (!envelope.IsEncrypted)
        {
            return Describe(PushParser.ReadPush(envelope, default));
        }

        var encrypted = envelope.EncryptData;
        var buffer = new byte[PushCipher.MaxPlaintextLength(encrypted.Length)];
        return Cipher.TryDecrypt(encrypted.Span, buffer, out var offset, out var length, out var fault)
            ? $"safe {Describe(PushParser.ReadPush(envelope, buffer.AsMemory(offset, length)))}"
            : $"{ProtocolErrorKind.DecryptFailed}:{fault}";
    }

    private static string Describe(Push push)
    {
        var envelope = push.Envelope;
        var known = $"{(envelope.CreatedAt is null ? "" : " created")}{(envelope.MsgId is null ? "" : " msgId")}";
        return push switch
        {
            SensorPush sensor => $"sensor{known} {string.Join('+', Kinds(sensor))}",
            TaskEvent task => $"task{known} success={task.Success?.ToString() ?? "?"}{(task.ResultData is null ? "" : " data")}",
            _ => $"other{known}{(envelope.Sn is null ? "" : " sn")}",
        };
    }

    private static IEnumerable<MetricValueKind> Kinds(SensorPush push) => push.Measurements.Select(static measurement => measurement.Value.Kind).Distinct().Order();
}
