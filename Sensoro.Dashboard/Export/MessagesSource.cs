using System.Text;
using System.Text.Unicode;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Export;

/// <summary>
/// Pushes as they were received: with everything that is needed to put them into another log. The span is that of their
/// receipt. Without a choice of devices the log is read in its own order, tasks and unknown pushes included.
/// </summary>
internal sealed class MessagesSource(DeviceWalk devices, MessageQueries messages, MessageLog log) : RowSource
{
    /// <summary>A body may be as large as a push may be, so a page has few of them.</summary>
    private const int PageSize = 100;

    /// <summary>Ids that one read looks at, whether they fit or not: what does not fit must not keep a read from ending.</summary>
    private const int Stretch = 20_000;

    public override IReadOnlyList<ExportColumn> Columns(ExportRequest request) =>
    [
        new("id"), new("appId"), new("kind"), new("sn"), new("deviceType"), new("taskId"), new("msgId"), new("createdAt", "ISO 8601"),
        new("receivedAt", "ISO 8601"), new("localTime", request.ZoneId), new("sentAt", "ISO 8601"), new("encrypted"), new("deliveries"), new("conflict"),
        new("size", "B"), new("body"), new("bodyBase64"), new("sealed"),
    ];

    public override async Task WriteAsync(ExportRequest request, RowWriter rows, CancellationToken cancellationToken)
    {
        if (!request.Devices.IsEverything)
        {
            await foreach (var device in devices.ReadAsync(request.Devices, cancellationToken))
            {
                await WriteAsync(new MessageFilter { Sn = device.Sn, Received = request.Range }, 0, rows, cancellationToken);
            }

            return;
        }

        var last = log.LastId;
        for (long edge = 0; edge < last; edge += Stretch)
        {
            await WriteAsync(new MessageFilter { Received = request.Range, Through = Math.Min(edge + Stretch, last) }, edge, rows, cancellationToken);
        }
    }

    private async Task WriteAsync(MessageFilter filter, long after, RowWriter rows, CancellationToken cancellationToken)
    {
        IReadOnlyList<LoggedMessage> page;
        do
        {
            page = await messages.ReadAfterAsync(filter, after, PageSize, cancellationToken);
            foreach (var message in page)
            {
                Write(message, rows);
                await rows.EndRowAsync(cancellationToken);
                after = message.Entry.Id;
            }

            await rows.EndPageAsync(cancellationToken);
        }
        while (page.Count == PageSize);
    }

    private static void Write(LoggedMessage message, RowWriter rows)
    {
        var entry = message.Entry;
        rows.Whole(entry.Id);
        rows.Text(entry.AppId);
        rows.Text(PushKinds.Text(entry.Kind));
        rows.Text(entry.Sn);
        rows.Text(entry.DeviceType);
        rows.Text(entry.TaskId);
        rows.Text(entry.MsgId);
        rows.Time(entry.CreatedAt);
        rows.Time(entry.ReceivedAt);
        rows.LocalTime(entry.ReceivedAt);
        rows.Time(entry.SentAt);
        rows.Flag(entry.Encrypted);
        rows.Whole(entry.Deliveries);
        rows.Flag(entry.Conflict);
        rows.Whole(entry.Size);

        // A request body is checked UTF-8; what decryption brought to light need not be.
        var isText = Utf8.IsValid(message.Body.Span);
        rows.Text(isText ? Encoding.UTF8.GetString(message.Body.Span) : null);
        rows.Text(isText ? null : Convert.ToBase64String(message.Body.Span));
        rows.Text(entry.Encrypted ? Encoding.UTF8.GetString(message.Sealed.Span) : null);
    }
}
