using System.Globalization;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Hubs;

/// <summary>Puts what the database and the feed know into the form that browsers receive.</summary>
internal static class TelemetryViews
{
    public static MapDevice ToMapDevice(this DeviceSnapshot device, DateTimeOffset now)
    {
        var place = device.Position?.Wgs84;
        return new MapDevice
        {
            Sn = device.Sn,
            Name = device.Name,
            Type = device.DeviceType,
            Status = DeviceStatuses.Text(device.StatusAt(now)),
            Lon = place?.Longitude,
            Lat = place?.Latitude,
            LastAt = device.IsHeard ? device.LastHeardAt.ToUnixTimeMilliseconds() : null,
            Battery = device.Battery,
            LateAt = device.LateAt.ToUnixTimeMilliseconds(),
            LostAt = device.LostAt.ToUnixTimeMilliseconds(),
            MessageId = device.LastMessageId,
            Revision = device.Revision,
            Headline = Headline(device),
        };
    }

    public static DeviceView ToDeviceView(this DeviceSnapshot device, DateTimeOffset now)
    {
        var map = device.ToMapDevice(now);
        return new DeviceView
        {
            Sn = map.Sn,
            Name = map.Name,
            Type = map.Type,
            Status = map.Status,
            Lon = map.Lon,
            Lat = map.Lat,
            LastAt = map.LastAt,
            Battery = map.Battery,
            LateAt = map.LateAt,
            LostAt = map.LostAt,
            MessageId = map.MessageId,
            Revision = map.Revision,
            Headline = map.Headline,
            Interval = device.Interval?.TotalSeconds,
            LastSeenAt = device.IsHeard ? device.LastSeenAt.ToUnixTimeMilliseconds() : null,
            Values = [.. device.Latest.Select(ToValueView)],
        };
    }

    /// <summary>What a chart can draw; text has no place in it, not even as zero.</summary>
    public static IReadOnlyList<ReadingView> ToReadingViews(this IEnumerable<Reading> readings) =>
    [
        .. readings.Where(static reading => reading.Value.Kind is not (MetricValueKind.Text or MetricValueKind.Json))
            .Select(static reading => new ReadingView(reading.Metric, reading.At.ToUnixTimeMilliseconds(), reading.Value.Level, reading.Value.Y, reading.Value.Z)),
    ];

    public static MessageView ToMessageView(this LedgerEntry entry) => new()
    {
        Id = entry.Id,
        ReceivedAt = entry.ReceivedAt.ToUnixTimeMilliseconds(),
        CreatedAt = entry.CreatedAt?.ToUnixTimeMilliseconds(),
        Kind = PushKinds.Text(entry.Kind),
        Sn = entry.Sn,
        TaskId = entry.TaskId,
        MsgId = entry.MsgId,
        Encrypted = entry.Encrypted,
        Deliveries = entry.Deliveries,
        Size = entry.Size,
        Conflict = entry.Conflict,
    };

    public static SeriesView ToSeriesView(this ReadingSeries series, string? unit) => new(
        series.Key.Sn,
        series.Key.Metric,
        unit,
        (long)series.Resolution.Width.TotalMilliseconds,
        series.Interval?.TotalSeconds,
        [.. series.Points.Select(point => series.Resolution.IsRaw
            ? new[] { point.At.ToUnixTimeMilliseconds(), point.Value }
            : [point.At.ToUnixTimeMilliseconds(), point.Min, point.Value, point.Max])],
        [.. series.Points.Where(static point => point.LateBy is not null)
            .Select(static point => new[] { point.At.ToUnixTimeMilliseconds(), point.LateBy?.TotalSeconds ?? 0 })]);

    public static StateSeriesView ToStateSeriesView(this StateSeries series, double? interval) => new(
        series.Key.Sn,
        series.Key.Metric,
        interval,
        [.. series.Intervals.Select(static one => new double[]
        {
            one.From.ToUnixTimeMilliseconds(),
            one.To.ToUnixTimeMilliseconds(),
            one.Active switch { true => 1, false => 0, null => -1 },
            one.Changes,
        })]);

    /// <summary>As <see cref="TrackView"/> says it.</summary>
    public static double[] ToTrackPoint(TrackPoint point) =>
        [point.At.ToUnixTimeMilliseconds(), point.Place.Longitude, point.Place.Latitude, point.IsAfterGap ? 1 : 0];

    private static string? Headline(DeviceSnapshot device)
    {
        foreach (var value in device.Latest)
        {
            if (device.Severity > AlarmSeverity.None && SeverityRule.Of(MetricCatalogue.Find(value.Metric), value.Value) == device.Severity)
            {
                return value.Metric;
            }
        }

        return null;
    }

    private static ValueView ToValueView(LatestValue latest)
    {
        var (definition, value) = (MetricCatalogue.Find(latest.Metric), latest.Value);
        var isNumber = value.Kind == MetricValueKind.Number || (value.Kind == MetricValueKind.State && value.HasNumber);
        var hasParts = value.Kind is MetricValueKind.Vector or MetricValueKind.Position;
        return new ValueView
        {
            Metric = latest.Metric,
            Label = definition?.Label(CultureInfo.CurrentUICulture) ?? latest.Metric,
            Kind = KindText(value.Kind),
            Value = isNumber ? value.X : null,
            X = hasParts ? value.X : null,
            Y = hasParts ? value.Y : null,
            Z = value.Kind == MetricValueKind.Vector ? value.Z : null,
            Active = value.Kind is MetricValueKind.State or MetricValueKind.Flag ? value.Active : null,
            Text = value.Text,
            Unit = definition?.Unit,
            Decimals = definition?.Decimals ?? 2,
            At = latest.At.ToUnixTimeMilliseconds(),
            Since = latest.Since.ToUnixTimeMilliseconds(),
        };
    }

    private static string KindText(MetricValueKind kind) => kind switch
    {
        MetricValueKind.Number => "number",
        MetricValueKind.State => "state",
        MetricValueKind.Flag => "flag",
        MetricValueKind.Vector => "vector",
        MetricValueKind.Position => "position",
        MetricValueKind.NoFix => "noFix",
        MetricValueKind.Text => "text",
        MetricValueKind.Json => "json",
        MetricValueKind.Invalid => "invalid",
    };
}
