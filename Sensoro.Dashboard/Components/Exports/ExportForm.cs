using System.Globalization;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Export;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Exports;

/// <summary>What is chosen on the export page, and how the query string says it, so that any page can link to a filled-in form.</summary>
public sealed record ExportForm
{
    public const int LongestSn = 64;
    public const int MostMetrics = 100;

    private static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(1);

    private static readonly (ExportContent Content, string Text)[] Contents =
        [(ExportContent.Readings, "readings"), (ExportContent.Messages, "messages"), (ExportContent.Tasks, "tasks")];

    private static readonly (ExportGrain Grain, string Text)[] Grains =
        [(ExportGrain.Raw, "raw"), (ExportGrain.FiveMinutes, "PT5M"), (ExportGrain.Hour, "PT1H"), (ExportGrain.Day, "day"), (ExportGrain.Month, "month")];

    public ExportContent Content { get; init; }

    /// <summary>Named devices; none for those of the filter.</summary>
    public IReadOnlyList<string> Sns { get; init; } = [];

    public DeviceListFilter Devices { get; init; } = DeviceListFilter.Everything;

    public IReadOnlyList<string> Metrics { get; init; } = [];

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public ExportGrain Grain { get; init; }

    public ExportFormat Format { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public bool ByteOrderMark { get; init; } = true;

    public bool UnitRow { get; init; }

    /// <summary>Reads the query string; what it does not understand it leaves out.</summary>
    /// <param name="query">The parameters as they came.</param>
    /// <param name="time">Now and the zone where the query names none.</param>
    public static ExportForm Read(ExportQuery query, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var to = Time(query.To) ?? Minute(now).AddMinutes(1);
        return new ExportForm
        {
            Content = Find(Contents, query.What),
            Sns = SplitSns(string.Join('\n', query.Sns ?? [])),
            Devices = DeviceListAddress.Read(query.Search, query.Status, query.Type, query.Tag, query.View, null, descending: false),
            Metrics = [.. (query.Metrics ?? []).Where(static key => key.Length > 0).Distinct(StringComparer.Ordinal).Take(MostMetrics)],
            From = Time(query.From) ?? to - DefaultSpan,
            To = to,
            Grain = Find(Grains, query.Every),
            Format = string.Equals(query.Format, "jsonl", StringComparison.OrdinalIgnoreCase) ? ExportFormat.JsonLines : ExportFormat.Csv,
            Zone = TimeZoneInfo.TryFindSystemTimeZoneById(query.Zone ?? "", out var zone) ? zone : time.LocalTimeZone,
            ByteOrderMark = !string.Equals(query.Bom, "false", StringComparison.OrdinalIgnoreCase),
            UnitRow = string.Equals(query.Units, "true", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>The parameters of the query string; null for what is as usual.</summary>
    public IReadOnlyDictionary<string, object?> Write(TimeZoneInfo usualZone)
    {
        var devices = DeviceListAddress.Write(Devices);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["what"] = Content == ExportContent.Readings ? null : TextOf(Contents, Content),
            ["sn"] = Sns.Count > 0 ? Sns.ToArray() : null,
            ["q"] = devices["q"],
            ["status"] = devices["status"],
            ["type"] = devices["type"],
            ["tag"] = devices["tag"],
            ["view"] = devices["view"],
            ["metric"] = Metrics.Count > 0 ? Metrics.ToArray() : null,
            ["from"] = Text(From),
            ["to"] = Text(To),
            ["every"] = Grain == ExportGrain.Raw ? null : TextOf(Grains, Grain),
            ["format"] = Format == ExportFormat.JsonLines ? "jsonl" : null,
            ["zone"] = Zone.Id == usualZone.Id ? null : Zone.Id,
            ["bom"] = ByteOrderMark ? null : "false",
            ["units"] = UnitRow ? "true" : null,
        };
    }

    /// <summary>Why the span cannot be exported.</summary>
    public TimeRangeFault RangeFault(DateTimeOffset now) => TimeRange.TryCreate(From, To, now, out _);

    public ExportRequest ToRequest()
    {
        var filter = Devices.ToQuery();
        return new ExportRequest
        {
            Content = Content,
            Devices = Sns.Count > 0 ? new DeviceChoice { Sns = Sns } : new DeviceChoice
            {
                Search = filter.Search ?? "",
                Status = filter.Status,
                DeviceType = filter.DeviceType,
                Tag = filter.Tag,
                NeedsSomeone = filter.NeedsSomeone,
                BatteryBelow = filter.BatteryBelow,
            },
            Metrics = Content == ExportContent.Readings ? Metrics : [],
            From = From,
            To = To,
            Grain = Grain,
            ZoneId = Zone.Id,
            Format = Format,
            ByteOrderMark = ByteOrderMark && Format == ExportFormat.Csv,
            UnitRow = UnitRow && Format == ExportFormat.Csv,
        };
    }

    /// <summary>The time as a field for local times shows it.</summary>
    public string LocalText(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A time that was typed as the zone's clock shows it; null when it is none.</summary>
    public DateTimeOffset? FromLocalText(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > 1
            ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone.GetUtcOffset(local))
            : null;

    /// <summary>The last days up to now.</summary>
    public ExportForm LastDays(int days, DateTimeOffset now)
    {
        var to = Minute(now).AddMinutes(1);
        return this with { From = to.AddDays(-days), To = to };
    }

    /// <summary>A calendar month of the zone.</summary>
    /// <param name="back">0 for the present month, 1 for the one before.</param>
    /// <param name="now">The present.</param>
    public ExportForm Month(int back, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var start = new DateTime(local.Year, local.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(-back);
        var end = start.AddMonths(1);
        return this with { From = new(start, Zone.GetUtcOffset(start)), To = new(end, Zone.GetUtcOffset(end)) };
    }

    /// <summary>SNs from a text with one on each line, or with commas, semicolons or blanks between them.</summary>
    public static IReadOnlyList<string> SplitSns(string? text) =>
    [
        .. (text ?? "").Split([' ', ',', ';', '\n', '\r', '\t', '，', '；'], StringSplitOptions.RemoveEmptyEntries)
            .Where(static sn => sn.Length <= LongestSn).Distinct(StringComparer.Ordinal).Take(DeviceChoice.MostSns),
    ];

    private static DateTimeOffset Minute(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static T Find<T>((T Value, string Text)[] pairs, string? text)
        where T : struct, Enum => Array.Find(pairs, pair => string.Equals(pair.Text, text, StringComparison.OrdinalIgnoreCase)).Value;

    private static string TextOf<T>((T Value, string Text)[] pairs, T value)
        where T : struct, Enum => Array.Find(pairs, pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Text;
}
