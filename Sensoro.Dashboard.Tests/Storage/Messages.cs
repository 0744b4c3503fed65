using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>Messages as the door hands them to the log.</summary>
internal static class Messages
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A plain upload; its content is the readings, and its identity application, SN and msgId.</summary>
    public static NewMessage Sensor(string sn, string? msgId, string data = """{"temperature":20}""", DateTimeOffset? createdAt = null, DateTimeOffset? receivedAt = null)
    {
        var at = createdAt ?? Noon;
        var body = Encoding.UTF8.GetBytes($$"""{"sn":"{{sn}}","type":"text","createdTime":{{at.ToUnixTimeMilliseconds()}},"data":{{data}}}""");
        return new NewMessage
        {
            AppId = "app",
            Kind = PushKind.Sensor,
            Sn = sn,
            MsgId = msgId,
            CreatedAt = at,
            ReceivedAt = receivedAt ?? at,
            Body = body,
            ContentHash = Hash(body),
        };
    }

    public static NewMessage Task(string taskId, string? msgId, int resultCode = 0)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"taskId":"{{taskId}}","type":"event","resultData":{"steps":3},"resultCode":{{resultCode}} }""");
        return new NewMessage
        {
            AppId = "app",
            Kind = PushKind.Task,
            TaskId = taskId,
            MsgId = msgId,
            CreatedAt = Noon,
            ReceivedAt = Noon,
            Body = body,
            ContentHash = Hash(body),
        };
    }

    private static long Hash(byte[] body) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(body));
}
