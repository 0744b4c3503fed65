using Sensoro.Dashboard.Live;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Components.Messages;

/// <summary>Lines of the ledger around one noon.</summary>
internal static class Line
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static LedgerEntry Of(long id, string sn = "0117C5A9D0B3F2E8", PushKind kind = PushKind.Sensor) => new()
    {
        Id = id,
        AppId = "app",
        Kind = kind,
        Sn = kind == PushKind.Sensor ? sn : null,
        TaskId = kind == PushKind.Task ? "88120457" : null,
        MsgId = "m" + id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        CreatedAt = Noon,
        ReceivedAt = Noon,
    };

    public static FeedUpdate Update(params LedgerEntry[] entries) => new() { Cursor = entries[^1].Id, Messages = entries };

    /// <summary>The ids from one down to another.</summary>
    public static LedgerEntry[] Down(long from, long to) => [.. Enumerable.Range(0, (int)(from - to + 1)).Select(i => Of(from - i))];
}
