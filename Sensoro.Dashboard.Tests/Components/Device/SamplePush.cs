using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Components.Device;

/// <summary>Plain sensor pushes, as the door hands them to the log and as the log hands them to a page.</summary>
internal static class SamplePush
{
    public static NewMessage New(string sn, string msgId, string data, DateTimeOffset at)
    {
        var body = Body(sn, data, at);
        return new NewMessage
        {
            AppId = "app",
            Kind = PushKind.Sensor,
            Sn = sn,
            DeviceType = "node",
            MsgId = msgId,
            CreatedAt = at,
            ReceivedAt = at,
            Body = body,
            ContentHash = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(body)),
        };
    }

    public static LedgerEntry Entry(long id, string sn, DateTimeOffset at) => new()
    {
        Id = id,
        AppId = "app",
        Kind = PushKind.Sensor,
        Sn = sn,
        MsgId = "m" + id,
        CreatedAt = at,
        ReceivedAt = at,
    };

    public static LoggedMessage Logged(long id, string sn, string data, DateTimeOffset at) => new(Entry(id, sn, at), Body(sn, data, at), default);

    private static byte[] Body(string sn, string data, DateTimeOffset at) =>
        Encoding.UTF8.GetBytes($$"""{"appId":"app","sn":"{{sn}}","type":"text","deviceType":"node","createdTime":{{at.ToUnixTimeMilliseconds()}},"data":{{data}} }""");
}
