using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Export;

/// <summary>Readings one by one, device by device and metric by metric, as they lie on the disk.</summary>
internal sealed class ReadingsSource(DeviceWalk devices, ReadingQueries readings) : RowSource
{
    public override IReadOnlyList<ExportColumn> Columns(ExportRequest request)
    {
        var unit = SeriesUnit.Of(request);
        return
        [
            new("sn"), new("name"), new("metric"), new("unit"), new("time", "ISO 8601"), new("localTime", request.ZoneId),
            new("value", unit), new("y", unit), new("z", unit), new("text"), new("lateBy", "s"),
        ];
    }

    public override async Task WriteAsync(ExportRequest request, RowWriter rows, CancellationToken cancellationToken)
    {
        var range = request.Range;
        await foreach (var device in devices.ReadAsync(request.Devices, cancellationToken))
        {
            foreach (var metric in await readings.MetricsAsync(device.Id, cancellationToken))
            {
                if (request.Metrics.Count == 0 || request.Metrics.Contains(metric.Key, StringComparer.Ordinal))
                {
                    await WriteAsync(device, metric, range, rows, cancellationToken);
                }
            }
        }
    }

    private async Task WriteAsync(DeviceReference device, MetricReference metric, TimeRange range, RowWriter rows, CancellationToken cancellationToken)
    {
        var unit = MetricCatalogue.Find(metric.Key)?.Unit;
        IReadOnlyList<StoredReading> page;
        DateTimeOffset? after = null;
        do
        {
            page = await readings.ReadAfterAsync(device.Id, metric.Id, range, after, cancellationToken);
            foreach (var reading in page)
            {
                rows.Text(device.Sn);
                rows.Text(device.Name);
                rows.Text(metric.Key);
                rows.Text(unit);
                rows.Time(reading.At);
                rows.LocalTime(reading.At);
                rows.Number(reading.Value);
                rows.Number(reading.Y);
                rows.Number(reading.Z);
                rows.Text(reading.Text);
                rows.Whole(reading.LateBy);
                await rows.EndRowAsync(cancellationToken);
                after = reading.At;
            }

            await rows.EndPageAsync(cancellationToken);
        }
        while (page.Count == ReadingQueries.MaxPageSize);
    }
}
