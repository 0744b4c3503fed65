using System.Text.Json.Serialization;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Export;

/// <summary>All that has to be known to write an export; kept beside its file.</summary>
public sealed record ExportRequest
{
    public required ExportContent Content { get; init; }

    public DeviceChoice Devices { get; init; } = new();

    /// <summary>Metric keys of readings; none for all.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Of readings only.</summary>
    public ExportGrain Grain { get; init; }

    /// <summary>The zone of local times, days and months.</summary>
    public required string ZoneId { get; init; }

    public ExportFormat Format { get; init; }

    /// <summary>Spreadsheets take a file without it for one in an old code page.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>A second row with the units.</summary>
    public bool UnitRow { get; init; }

    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    [JsonIgnore]
    public TimeRange Range => TimeRange.TryCreate(From, To, From, out var range) == TimeRangeFault.None
        ? range
        : throw new InvalidOperationException("The span of an export is checked before it is begun.");

    [JsonIgnore]
    public Resolution Resolution => Grain switch
    {
        ExportGrain.Raw => Resolution.Raw,
        ExportGrain.FiveMinutes => Resolution.Every(TimeSpan.FromMinutes(5)),
        ExportGrain.Hour => Resolution.Every(TimeSpan.FromHours(1)),
        ExportGrain.Day => Resolution.Days(Zone),
        ExportGrain.Month => Resolution.Months(Zone),
    };

    [JsonIgnore]
    public string FileName => FormattableString.Invariant(
        $"{(Content switch { ExportContent.Readings => "readings", ExportContent.Messages => "messages", ExportContent.Tasks => "tasks" })}-{Local(From):yyyy-MM-dd}-{Local(To):yyyy-MM-dd}.{Extension}");

    [JsonIgnore]
    public string Extension => Format switch { ExportFormat.Csv => "csv", ExportFormat.JsonLines => "jsonl" };

    [JsonIgnore]
    public string MediaType => Format switch { ExportFormat.Csv => "text/csv; charset=utf-8", ExportFormat.JsonLines => "application/x-ndjson" };

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);
}
