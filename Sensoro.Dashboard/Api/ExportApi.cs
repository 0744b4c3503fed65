using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sensoro.Dashboard.Export;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Api;

/// <summary>Long histories for programs: the rows of an export, streamed while they are read.</summary>
internal static class ExportApi
{
    private const string TimeExample = "an ISO 8601 time such as 2026-01-31T12:00:00Z";

    private static readonly (string Text, ExportGrain Grain)[] Grains =
        [("raw", ExportGrain.Raw), ("PT5M", ExportGrain.FiveMinutes), ("PT1H", ExportGrain.Hour), ("day", ExportGrain.Day), ("month", ExportGrain.Month)];

    private static readonly (string Text, ExportFormat Format)[] Formats = [("csv", ExportFormat.Csv), ("jsonl", ExportFormat.JsonLines)];

    public static Results<PushStreamHttpResult, ProblemHttpResult> Readings(
        Exporter exporter,
        AuditTrail trail,
        TimeProvider time,
        [FromQuery] string[]? sn,
        string? search,
        string? status,
        string? type,
        [FromQuery] string[]? metric,
        string? from,
        string? to,
        string? resolution,
        string? zone,
        string? format,
        CancellationToken cancellationToken)
    {
        var (grain, form) = (Find(Grains, resolution), Find(Formats, format));
        if (grain is null)
        {
            return ReadApi.Wrong("resolution", resolution, string.Join(", ", Grains.Select(static pair => pair.Text)));
        }

        if (form is null)
        {
            return ReadApi.Wrong("format", format, string.Join(", ", Formats.Select(static pair => pair.Text)));
        }

        if (Devices(sn, search, status, type, out var devices) is { } wrongDevices)
        {
            return wrongDevices;
        }

        if (Span(from, to, time.GetUtcNow(), out var range) is { } wrongSpan)
        {
            return wrongSpan;
        }

        var zoneId = string.IsNullOrEmpty(zone) ? TimeZoneInfo.Utc.Id : zone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out _))
        {
            return ReadApi.Wrong("zone", zone, "an IANA time zone such as Asia/Shanghai");
        }

        var request = new ExportRequest
        {
            Content = ExportContent.Readings,
            Devices = devices,
            Metrics = metric ?? [],
            From = range.From,
            To = range.To,
            Grain = grain.Value,
            ZoneId = zoneId,
            Format = form.Value,
        };
        trail.Append(AuditAction.Download, ExportWords.Title(request), null, ExportWords.Choice(request));
        return TypedResults.Stream(target => exporter.WriteAsync(request, target, null, cancellationToken), request.MediaType, request.FileName);
    }

    private static ProblemHttpResult? Devices(string[]? sns, string? search, string? status, string? type, out DeviceChoice devices)
    {
        devices = new DeviceChoice { Sns = sns ?? [], Search = search ?? "", DeviceType = string.IsNullOrEmpty(type) ? null : type };
        if (devices.Sns.Count > DeviceChoice.MostSns)
        {
            return ReadApi.Wrong("sn", $"{devices.Sns.Count} SNs", $"given at most {DeviceChoice.MostSns} times");
        }

        if (string.IsNullOrEmpty(status))
        {
            return null;
        }

        if (!DeviceStatuses.TryParse(status, out var known))
        {
            return ReadApi.Wrong("status", status, string.Join(", ", DeviceStatuses.All.Select(DeviceStatuses.Text)));
        }

        devices = devices with { Status = known };
        return null;
    }

    private static ProblemHttpResult? Span(string? from, string? to, DateTimeOffset now, out TimeRange range)
    {
        range = default;
        if (!TryTime(from, out var start))
        {
            return ReadApi.Wrong("from", from, TimeExample);
        }

        if (!TryTime(to, out var end))
        {
            return ReadApi.Wrong("to", to, TimeExample);
        }

        return TimeRange.TryCreate(start, end, now, out range) switch
        {
            TimeRangeFault.None => null,
            TimeRangeFault.Empty or TimeRangeFault.Inverted => ReadApi.Wrong("from", from, "a time before to"),
            TimeRangeFault.Future => ReadApi.Wrong("from", from, "a time that is not in the future"),
            TimeRangeFault.TooLong => ReadApi.Wrong("from", from, $"at most {TimeRange.Longest.TotalDays} days before to"),
        };
    }

    private static bool TryTime(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    /// <summary>The first one when nothing is asked for, none when it is not known.</summary>
    private static T? Find<T>((string Text, T Value)[] pairs, string? text)
        where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? pairs[0].Value : pairs.Where(pair => string.Equals(pair.Text, text, StringComparison.OrdinalIgnoreCase)).Select(static pair => (T?)pair.Value).FirstOrDefault();
}
