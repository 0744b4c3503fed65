using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads the latest values of devices.</summary>
internal static class LatestValueReader
{
    /// <returns>The values by the number of their device.</returns>
    public static async Task<ILookup<long, LatestValue>> ReadAsync(SensoroDbContext state, IReadOnlyList<DeviceRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return Enumerable.Empty<LatestValue>().ToLookup(static _ => 0L);
        }

        var ids = rows.Select(static row => row.Id).ToArray();
        var (first, last) = (ids.Min(), ids.Max());
        var latest = state.LatestValues.AsNoTracking();

        // A dense run of devices is one range of the clustered table; a handful is looked up one by one.
        latest = last - first < ids.Length * 4L
            ? latest.Where(value => value.DeviceId >= first && value.DeviceId <= last)
            : latest.Where(value => ids.Contains(value.DeviceId));
        var values = await latest.Join(state.Metrics, value => value.MetricId, metric => metric.Id, (value, metric) => new { value, metric.Key })
            .ToListAsync(cancellationToken);
        return values.ToLookup(
            static found => found.value.DeviceId,
            static found => new LatestValue(found.Key, found.value.ToMetricValue(), found.value.At, found.value.Since, found.value.MessageId));
    }
}
