using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Readings;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Tests.Live;

/// <summary>News as the projection publishes them.</summary>
internal static class Updates
{
    /// <summary>One device changed by one reading, whose value is the message's id.</summary>
    public static FeedUpdate OfDevice(string sn, long id) => new() { Cursor = id, Devices = [Change(sn, id)] };

    public static DeviceChange Change(string sn, long id) => new(
        new DeviceSnapshot
        {
            Sn = sn,
            FirstSeenAt = Messages.Noon,
            LastSeenAt = Messages.Noon,
            LastHeardAt = Messages.Noon,
            LateAt = Messages.Noon,
            LostAt = Messages.Noon,
            Latest = [],
            LastMessageId = id,
        },
        [new Reading("temperature", Messages.Noon.AddSeconds(id), MetricValue.Number(id))],
        IsNew: false);

    public static FeedUpdate OfMessages(long firstId, int count, int skipped = 0) => new()
    {
        Cursor = firstId + count - 1,
        Messages = [.. Enumerable.Range(0, count).Select(i => new LedgerEntry { Id = firstId + i, AppId = "app", Kind = PushKind.Sensor, ReceivedAt = Messages.Noon })],
        SkippedMessages = skipped,
    };

    public static FeedUpdate OfTask(long id) => new()
    {
        Cursor = id,
        Tasks = [new TaskResult { MessageId = id, AppId = "app", TaskId = $"{id}", ReceivedAt = Messages.Noon }],
    };

    public static FeedUpdate OfCounts(int pushes) => new() { Cursor = 0, Counts = FleetCounts.Empty with { PushesLastMinute = pushes } };
}
