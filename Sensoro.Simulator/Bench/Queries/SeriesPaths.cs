using System.Globalization;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>The addresses of the series of a generated file.</summary>
internal sealed class SeriesPaths(HistoryGenerator history)
{
    /// <param name="place">From 0 to 1: where among the series.</param>
    /// <param name="days">How far back, to the newest reading; a short file gives what it has.</param>
    /// <param name="points">At most.</param>
    public string At(double place, int days, int points)
    {
        var series = (int)(place * history.Plan.Deep * HistoryPlan.Metrics.Count);
        var (device, metric) = (series / HistoryPlan.Metrics.Count, HistoryPlan.Metrics[series % HistoryPlan.Metrics.Count]);
        var (from, to) = (Time(history.End - (days * HistoryPlan.Day)), Time(history.End));
        return string.Create(CultureInfo.InvariantCulture, $"/api/v1/devices/{history.Sn(device)}/readings?metric={metric}&from={from}&to={to}&maxPoints={points}");
    }

    private static string Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
