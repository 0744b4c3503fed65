using System.Globalization;
using System.Text;
using System.Text.Json;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Readings;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Api;

/// <summary>Puts what the database knows into the API's form.</summary>
internal static class Resources
{
    public static DeviceResource ToResource(this DeviceSnapshot device, DateTimeOffset now) => new(
        device.Sn,
        device.Name,
        device.Tags,
        device.DeviceType,
        DeviceStatuses.Text(device.StatusAt(now)),
        device.IsHeard ? device.LastSeenAt : null,
        device.LastReportedAt,
        device.Battery,
        device.Interval?.TotalSeconds,
        device.Position is { Raw: var place } ? new PositionResource(place.Longitude, place.Latitude) : null,
        device.Latest.ToDictionary(value => value.Metric, value => new LatestResource(value.Value, value.At), StringComparer.Ordinal));

    public static SeriesResource ToResource(this ReadingSeries series) => new(
        series.Key.Metric,
        MetricCatalogue.Find(series.Key.Metric)?.Unit,
        series.Resolution.ToString(),
        [.. series.Points.Select(point => series.Resolution.IsRaw
            ? new PointResource { At = point.At, Value = point.Value }
            : new PointResource { At = point.At, Min = point.Min, Avg = point.Value, Max = point.Max, Count = point.Count })]);

    public static StateSeriesResource ToResource(this StateSeries series) => new(
        series.Key.Metric,
        [.. series.Intervals.Select(interval => new StateIntervalResource(interval.From, interval.To, interval.Active, interval.Length.TotalSeconds, interval.Changes))]);

    public static TrackResource ToResource(this IReadOnlyList<TrackPoint> track) =>
        new([.. track.Select(point => new TrackPointResource(point.At, point.Place.Longitude, point.Place.Latitude))]);

    public static MessageResource ToResource(this LoggedMessage message)
    {
        var entry = message.Entry;
        var push = message.ReadPush();
        var task = push as TaskEvent;
        return new MessageResource
        {
            Id = entry.Id,
            AppId = entry.AppId,
            Kind = PushKinds.Text(entry.Kind),
            Sn = entry.Sn,
            DeviceType = entry.DeviceType,
            TaskId = entry.TaskId,
            MsgId = entry.MsgId,
            CreatedAt = entry.CreatedAt,
            ReceivedAt = entry.ReceivedAt,
            Encrypted = entry.Encrypted,
            Deliveries = entry.Deliveries,
            Conflict = entry.Conflict,
            Body = Encoding.UTF8.GetString(message.Body.Span),
            Metrics = Metrics(push as SensorPush),
            ResultCode = CodeElement(task?.ResultCode),
            Success = task?.Success,
            ResultData = Element(task?.ResultData),
        };
    }

    public static TaskResource ToResource(this TaskResult result) => new(
        result.TaskId, result.Sn, CodeElement(result.ResultCode), result.Success, Element(result.ResultData), result.CreatedAt, result.ReceivedAt);

    private static Dictionary<string, MetricValue> Metrics(SensorPush? push)
    {
        var metrics = new Dictionary<string, MetricValue>(StringComparer.Ordinal);
        foreach (var measurement in push?.Measurements ?? [])
        {
            if (measurement.Value.Kind != MetricValueKind.Invalid)
            {
                metrics[measurement.Key] = measurement.Value;
            }
        }

        return metrics;
    }

    /// <summary>A code of digits is a number, any other one text.</summary>
    private static JsonElement? CodeElement(string? code) => code switch
    {
        null => null,
        _ when long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture)),
        _ => JsonElement.Parse($"\"{JsonEncodedText.Encode(code)}\""),
    };

    private static JsonElement? Element(string? json) => json is null ? null : JsonElement.Parse(json);
}
