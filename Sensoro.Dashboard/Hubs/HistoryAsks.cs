using Microsoft.AspNetCore.SignalR;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Hubs;

/// <summary>Checks what a browser asks for and says in plain words what is wrong with it.</summary>
internal static class HistoryAsks
{
    private const int MaxKeyLength = 200;

    public static SeriesRequest ToSeriesRequest(this HistoryAsk ask, TimeProvider time) => new()
    {
        Keys = Keys(ask),
        Range = AskedRange.Of(ask.From, ask.To, time),
        Points = Math.Clamp(ask.Points, 2, SeriesRequest.MaxPoints),
        Resolution = ResolutionOf(ask, time),
    };

    public static StateRequest ToStateRequest(this HistoryAsk ask, TimeProvider time) => new()
    {
        Keys = Keys(ask),
        Range = AskedRange.Of(ask.From, ask.To, time),
        Intervals = Math.Clamp(ask.Points, 2, StateRequest.MaxIntervals),
    };

    private static IReadOnlyList<SeriesKey> Keys(HistoryAsk ask) => ask.Keys switch
    {
        null or { Count: 0 or > SeriesRequest.MaxSeries } => throw new HubException($"There must be 1 to {SeriesRequest.MaxSeries} series."),
        var keys when keys.Any(static key => !IsKey(key?.Sn) || !IsKey(key?.Metric)) => throw new HubException($"SN and metric must have 1 to {MaxKeyLength} characters each."),
        var keys => [.. keys.Select(static key => new SeriesKey(key.Sn, key.Metric))],
    };

    private static bool IsKey(string? text) => text is { Length: > 0 and <= MaxKeyLength };

    private static Resolution? ResolutionOf(HistoryAsk ask, TimeProvider time)
    {
        if (ask.Resolution is null)
        {
            return null;
        }

        var zone = time.LocalTimeZone;
        if (ask.Zone is not null && !TimeZones.TryFind(ask.Zone, out zone))
        {
            throw new HubException("The time zone must have an IANA name such as Asia/Shanghai.");
        }

        return Resolution.TryParse(ask.Resolution, zone, out var resolution)
            ? resolution
            : throw new HubException("The resolution must be raw, an ISO 8601 duration such as PT5M, day or month.");
    }
}
