using System.Runtime.InteropServices;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>What the log keeps of a push beside its body, and the body repeats: it need not be written twice.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BodyFacts(string AppId, string? Sn, string? TaskId, string? MsgId, string? DeviceType, DateTimeOffset? CreatedAt)
{
    public static BodyFacts Of(NewMessage message) =>
        new(message.AppId, message.Sn, message.TaskId, message.MsgId, message.DeviceType, message.CreatedAt);

    public static BodyFacts Of(LedgerEntry entry) =>
        new(entry.AppId, entry.Sn, entry.TaskId, entry.MsgId, entry.DeviceType, entry.CreatedAt);
}
