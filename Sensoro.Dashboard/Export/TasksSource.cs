using System.Globalization;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Export;

/// <summary>Task results by receipt. A choice of devices leaves out those that are linked to none.</summary>
internal sealed class TasksSource(DeviceWalk devices, TaskQueries tasks) : RowSource
{
    public override IReadOnlyList<ExportColumn> Columns(ExportRequest request) =>
    [
        new("messageId"), new("appId"), new("taskId"), new("sn"), new("name"), new("resultCode"), new("success"), new("resultData"),
        new("createdAt", "ISO 8601"), new("receivedAt", "ISO 8601"), new("localTime", request.ZoneId),
    ];

    public override async Task WriteAsync(ExportRequest request, RowWriter rows, CancellationToken cancellationToken)
    {
        var range = request.Range;
        if (request.Devices.IsEverything)
        {
            await WriteAsync(new TaskFilter(), range, rows, cancellationToken);
            return;
        }

        await foreach (var device in devices.ReadAsync(request.Devices, cancellationToken))
        {
            await WriteAsync(new TaskFilter { Sn = device.Sn }, range, rows, cancellationToken);
        }
    }

    private async Task WriteAsync(TaskFilter filter, TimeRange range, RowWriter rows, CancellationToken cancellationToken)
    {
        IReadOnlyList<TaskResult> page;
        long after = 0;
        do
        {
            page = await tasks.WalkAsync(filter, range, after, TaskQueries.MaxPageSize, cancellationToken);
            foreach (var result in page)
            {
                Write(result, rows);
                await rows.EndRowAsync(cancellationToken);
                after = result.MessageId;
            }

            await rows.EndPageAsync(cancellationToken);
        }
        while (page.Count == TaskQueries.MaxPageSize);
    }

    private static void Write(TaskResult result, RowWriter rows)
    {
        rows.Whole(result.MessageId);
        rows.Text(result.AppId);
        rows.Text(result.TaskId);
        rows.Text(result.Sn);
        rows.Text(result.DeviceName);
        if (long.TryParse(result.ResultCode, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
        {
            rows.Whole(code);
        }
        else
        {
            rows.Text(result.ResultCode);
        }

        rows.Flag(result.Success);
        rows.Json(result.ResultData);
        rows.Time(result.CreatedAt);
        rows.Time(result.ReceivedAt);
        rows.LocalTime(result.ReceivedAt);
    }
}
