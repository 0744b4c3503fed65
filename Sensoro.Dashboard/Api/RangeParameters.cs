using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Api;

/// <summary>Reads the parameters <c>from</c> and <c>to</c>.</summary>
internal static class RangeParameters
{
    private const string Accepted = "an ISO 8601 time such as 2026-01-31T12:00:00Z";
    private static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(1);

    /// <summary>
    /// The span that is asked for, its end included; without parameters the last day up to now.
    /// </summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static ProblemHttpResult? Read(string? from, string? to, DateTimeOffset now, out TimeRange range)
    {
        range = default;
        if (!TryTime(to, now, out var end))
        {
            return ReadApi.Wrong("to", to, Accepted);
        }

        if (!TryTime(from, end - DateTimeOffset.MinValue > DefaultSpan ? end - DefaultSpan : DateTimeOffset.MinValue, out var start))
        {
            return ReadApi.Wrong("from", from, Accepted);
        }

        var fault = TimeRange.TryCreate(start, end, now, out range);
        range = fault == TimeRangeFault.None && end < DateTimeOffset.MaxValue ? range.ThroughEnd : range;
        return Problem(fault, from);
    }

    private static ProblemHttpResult? Problem(TimeRangeFault fault, string? from) => fault switch
    {
        TimeRangeFault.None => null,
        TimeRangeFault.Empty or TimeRangeFault.Inverted => ReadApi.Wrong("from", from, "a time before to"),
        TimeRangeFault.Future => ReadApi.Wrong("from", from, "a time that is not in the future"),
        TimeRangeFault.TooLong => ReadApi.Wrong("from", from, $"at most {TimeRange.Longest.TotalDays.ToString(CultureInfo.InvariantCulture)} days before to"),
    };

    private static bool TryTime(string? text, DateTimeOffset otherwise, out DateTimeOffset time)
    {
        time = otherwise;
        return string.IsNullOrEmpty(text)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }
}
