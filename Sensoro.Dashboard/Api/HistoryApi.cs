using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Api;

/// <summary>The calls of <c>/api/v1</c> that tell a device's history.</summary>
internal static class HistoryApi
{
    private const string AcceptedMetric = "a metric key such as temperature";

    public static async Task<Results<Ok<SeriesResource>, ProblemHttpResult>> Readings(
        SeriesQueries series,
        TimeProvider time,
        string sn,
        string? metric,
        string? from,
        string? to,
        int? maxPoints,
        string? resolution,
        string? zone,
        CancellationToken cancellationToken)
    {
        if (await MetricFaultAsync(series, metric, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        if (RangeParameters.Read(from, to, time.GetUtcNow(), out var range) is { } fault)
        {
            return fault;
        }

        if (maxPoints is < 2 or > SeriesRequest.MaxPoints)
        {
            return ReadApi.Wrong("maxPoints", maxPoints.Value.ToString(CultureInfo.InvariantCulture), $"a whole number from 2 to {SeriesRequest.MaxPoints}");
        }

        if (ResolutionFault(resolution, zone, out var wanted) is { } wrong)
        {
            return wrong;
        }

        var request = new SeriesRequest
        {
            Keys = [new(ReadApi.SerialOf(sn), metric ?? "")],
            Range = range,
            Points = maxPoints ?? SeriesRequest.DefaultPoints,
            Resolution = wanted,
        };
        var answer = await series.ReadAsync(request, cancellationToken);
        return answer.Fault == SeriesFault.None
            ? answer.Series is [var found] ? TypedResults.Ok(found.ToResource()) : ReadApi.Unknown(sn)
            : ReadApi.Wrong("resolution", resolution, $"one that makes at most {SeriesRequest.MaxPoints} points of the range, such as {answer.Instead}");
    }

    public static async Task<Results<Ok<StateSeriesResource>, ProblemHttpResult>> States(
        StateQueries states, SeriesQueries series, TimeProvider time, string sn, string? metric, string? from, string? to, int? limit, CancellationToken cancellationToken)
    {
        if (await MetricFaultAsync(series, metric, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        if (RangeParameters.Read(from, to, time.GetUtcNow(), out var range) is { } fault)
        {
            return fault;
        }

        if (limit is < 1 or > StateRequest.MaxIntervals)
        {
            return ReadApi.Wrong("limit", limit.Value.ToString(CultureInfo.InvariantCulture), $"a whole number from 1 to {StateRequest.MaxIntervals}");
        }

        var request = new StateRequest { Keys = [new(ReadApi.SerialOf(sn), metric ?? "")], Range = range, Intervals = limit ?? StateRequest.DefaultIntervals };
        return await states.ReadAsync(request, cancellationToken) is [var found] ? TypedResults.Ok(found.ToResource()) : ReadApi.Unknown(sn);
    }

    public static async Task<Results<Ok<TrackResource>, ProblemHttpResult>> Track(
        TrackQueries tracks, TimeProvider time, string sn, string? from, string? to, int? maxPoints, CancellationToken cancellationToken)
    {
        if (RangeParameters.Read(from, to, time.GetUtcNow(), out var range) is { } fault)
        {
            return fault;
        }

        if (maxPoints is < TrackQueries.MinPoints or > TrackQueries.MaxPoints)
        {
            return ReadApi.Wrong("maxPoints", maxPoints.Value.ToString(CultureInfo.InvariantCulture), $"a whole number from {TrackQueries.MinPoints} to {TrackQueries.MaxPoints}");
        }

        return await tracks.ReadAsync(ReadApi.SerialOf(sn), range, maxPoints ?? TrackQueries.DefaultPoints, cancellationToken) is { } track
            ? TypedResults.Ok(track.ToResource())
            : ReadApi.Unknown(sn);
    }

    public static async Task<Results<Ok<ReliabilityResource>, ProblemHttpResult>> Reliability(
        ReliabilityQueries reliability, TimeProvider time, string sn, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await reliability.ReadAsync(ReadApi.SerialOf(sn), now, cancellationToken) is { } found
            ? TypedResults.Ok(new ReliabilityResource(now - ReliabilityQueries.Span, now, found.Received, found.Expected, found.Share))
            : ReadApi.Unknown(sn);
    }

    private static async Task<ProblemHttpResult?> MetricFaultAsync(SeriesQueries series, string? metric, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(metric))
        {
            return ReadApi.Wrong("metric", metric, AcceptedMetric);
        }

        return await series.IsKnownAsync(metric, cancellationToken)
            ? null
            : ReadApi.Wrong("metric", metric, $"{AcceptedMetric} that the catalogue lists or a device has reported");
    }

    private static ProblemHttpResult? ResolutionFault(string? resolution, string? zone, out Resolution? wanted)
    {
        wanted = null;
        var where = TimeZoneInfo.Utc;
        if (!string.IsNullOrEmpty(zone))
        {
            if (!TimeZones.TryFind(zone, out var found))
            {
                return ReadApi.Wrong("zone", zone, "the IANA name of a time zone such as Asia/Shanghai");
            }

            where = found;
        }

        return string.IsNullOrEmpty(resolution) || Resolution.TryParse(resolution, where, out wanted)
            ? null
            : ReadApi.Wrong("resolution", resolution, "raw, an ISO 8601 duration of whole seconds such as PT5M, hour, day or month");
    }
}
