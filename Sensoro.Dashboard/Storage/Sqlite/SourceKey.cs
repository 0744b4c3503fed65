using System.Runtime.InteropServices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Who sends, as far as it tells pushes apart: the device, or the task where no device is named.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SourceKey(string AppId, PushKind Kind, string? Sn, string? TaskId)
{
    public static SourceKey Of(NewMessage message) =>
        new(message.AppId, message.Kind, message.Sn, message.Sn is null ? message.TaskId : null);
}
