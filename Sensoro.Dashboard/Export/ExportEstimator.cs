using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Export;

/// <summary>
/// Tells beforehand about how much an export will be, without reading what is exported. Of many devices a sample is counted and
/// taken for all of them.
/// </summary>
internal sealed class ExportEstimator(DeviceWalk devices, VolumeQueries volumes)
{
    private const int SampleSize = 200;

    public async Task<ExportEstimate> EstimateAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var (sample, count) = await SampleAsync(request.Devices, cancellationToken);
        var rows = request.Content switch
        {
            ExportContent.Readings => await ReadingsAsync(request, sample, count, cancellationToken),
            ExportContent.Messages when request.Devices.IsEverything => await volumes.MessagesAsync(request.Range, cancellationToken),
            ExportContent.Messages => Scale(await volumes.MessagesAsync(sample, cancellationToken), sample.Count, count),
            ExportContent.Tasks => await volumes.TasksAsync(request.Range, cancellationToken),
        };
        return new ExportEstimate(count, rows, rows * RowBytes(request));
    }

    private async Task<long> ReadingsAsync(ExportRequest request, List<long> sample, int count, CancellationToken cancellationToken)
    {
        var (readings, series) = await volumes.ReadingsAsync(sample, request.Metrics, request.Range, cancellationToken);
        var resolution = request.Resolution;
        var most = resolution.IsRaw ? long.MaxValue : series * (long)(Math.Ceiling(request.Range.Length / resolution.Width) + 1);
        return Scale(Math.Min(readings, most), sample.Count, count);
    }

    /// <summary>Every device while they are few; then every other one, every fourth, and so on.</summary>
    private async Task<(List<long> Sample, int Count)> SampleAsync(DeviceChoice choice, CancellationToken cancellationToken)
    {
        var (sample, count, step) = (new List<long>(), 0, 1);
        await foreach (var device in devices.ReadAsync(choice, cancellationToken))
        {
            if (count++ % step != 0)
            {
                continue;
            }

            if (sample.Count == SampleSize)
            {
                sample = [.. sample.Where(static (_, index) => index % 2 == 0)];
                step *= 2;
            }

            sample.Add(device.Id);
        }

        return (sample, count);
    }

    private static long Scale(long value, int sample, int count) => sample == 0 ? 0 : (long)(value * ((double)count / sample));

    /// <summary>What a row usually takes.</summary>
    private static long RowBytes(ExportRequest request) => (request.Content, request.Format) switch
    {
        (ExportContent.Readings, ExportFormat.Csv) => request.Grain == ExportGrain.Raw ? 110 : 140,
        (ExportContent.Readings, ExportFormat.JsonLines) => request.Grain == ExportGrain.Raw ? 190 : 250,
        (ExportContent.Messages, ExportFormat.Csv) => 650,
        (ExportContent.Messages, ExportFormat.JsonLines) => 850,
        (ExportContent.Tasks, ExportFormat.Csv) => 180,
        (ExportContent.Tasks, ExportFormat.JsonLines) => 300,
    };
}
