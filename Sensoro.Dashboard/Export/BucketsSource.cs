using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Export;

/// <summary>Readings in buckets, from the reads that charts and the API use: the numbers are the same ones.</summary>
internal sealed class BucketsSource(DeviceWalk devices, ReadingQueries readings, SeriesQueries series) : RowSource
{
    public override IReadOnlyList<ExportColumn> Columns(ExportRequest request)
    {
        var unit = SeriesUnit.Of(request);
        return
        [
            new("sn"), new("name"), new("metric"), new("unit"), new("time", "ISO 8601"), new("localTime", request.ZoneId),
            new("min", unit), new("avg", unit), new("max", unit), new("count"),
        ];
    }

    public override async Task WriteAsync(ExportRequest request, RowWriter rows, CancellationToken cancellationToken)
    {
        await foreach (var device in devices.ReadAsync(request.Devices, cancellationToken))
        {
            foreach (var metric in await readings.MetricsAsync(device.Id, cancellationToken))
            {
                var isNumber = metric.Kind is MetricValueKind.Number or MetricValueKind.State or MetricValueKind.Flag;
                if (isNumber && (request.Metrics.Count == 0 || request.Metrics.Contains(metric.Key, StringComparer.Ordinal)))
                {
                    await WriteAsync(device, metric.Key, request, rows, cancellationToken);
                }
            }
        }
    }

    private async Task WriteAsync(DeviceReference device, string metric, ExportRequest request, RowWriter rows, CancellationToken cancellationToken)
    {
        var unit = MetricCatalogue.Find(metric)?.Unit;
        var resolution = request.Resolution;
        foreach (var window in BucketWindows.Of(request.Range, resolution))
        {
            foreach (var bucket in await ReadAsync(new SeriesKey(device.Sn, metric), window, resolution, cancellationToken))
            {
                rows.Text(device.Sn);
                rows.Text(device.Name);
                rows.Text(metric);
                rows.Text(unit);
                rows.Time(bucket.At);
                rows.LocalTime(bucket.At);
                rows.Number(bucket.Min);
                rows.Number(bucket.Value);
                rows.Number(bucket.Max);
                rows.Whole(bucket.Count);
                await rows.EndRowAsync(cancellationToken);
            }

            await rows.EndPageAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<SeriesPoint>> ReadAsync(SeriesKey key, TimeRange window, Resolution resolution, CancellationToken cancellationToken)
    {
        var request = new SeriesRequest { Keys = [key], Range = window, Points = SeriesRequest.MaxPoints, Resolution = resolution };
        var answer = await series.ReadAsync(request, cancellationToken);
        return answer.Fault == SeriesFault.None
            ? answer.Series is [var found] ? found.Points : []
            : throw new InvalidOperationException($"A stretch of an export cannot be told in buckets: {answer.Fault}.");
    }
}
