using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>Finds the newest value of a series within a span, however many readings it has: by looking ever closer at the last bucket.</summary>
internal static class LastReading
{
    /// <summary>Few questions and small answers: four levels reach from decades to seconds.</summary>
    private const int Points = 100;
    private const int MostLooks = 6;

    public static async Task<double?> FindAsync(SeriesQueries queries, SeriesKey key, TimeRange range, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            var answer = await queries.ReadAsync(new SeriesRequest { Keys = [key], Range = range.ThroughEnd, Points = Points }, cancellationToken);
            if (answer.Series is not [{ Points: [.., var last], Resolution: var resolution }])
            {
                return null;
            }

            if (resolution.IsRaw || last.Count == 1)
            {
                return last.Value;
            }

            var from = last.At > range.From ? last.At : range.From;
            if (TimeRange.TryCreate(from, range.To, now, out var closer) != TimeRangeFault.None || closer == range)
            {
                return null;
            }

            range = closer;
        }

        return null;
    }
}
