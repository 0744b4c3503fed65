namespace Sensoro.Domain.Metrics;

/// <summary>One entry of <c>metrics.json</c>, as far as the program uses it.</summary>
internal sealed record MetricCatalogueEntry
{
    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Role { get; init; }

    public string? Unit { get; init; }

    public string? UnitConfidence { get; init; }

    public required string LabelEn { get; init; }

    public required string LabelZh { get; init; }

    public double? GaugeMin { get; init; }

    public double? GaugeMax { get; init; }

    public int? Decimals { get; init; }

    public bool AlarmType { get; init; }

    /// <summary>English words for the values, keyed <c>true</c>/<c>false</c> or <c>1</c>/<c>0</c>.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    public IReadOnlyDictionary<string, string>? ValuesZh { get; init; }

    /// <summary>Which value means that the alarm condition holds, in words; exactly <c>false</c> for the inverted ones.</summary>
    public string? ActiveWhen { get; init; }

    private bool IsInverted => ActiveWhen == "false";

    public MetricDefinition ToDefinition() => new()
    {
        Key = Key,
        Kind = ParseKind(),
        Role = Enum.Parse<MetricRole>(Role, ignoreCase: true),
        Unit = Unit,
        IsUnitInferred = UnitConfidence?.StartsWith("inferred", StringComparison.Ordinal) ?? false,
        LabelEn = LabelEn,
        LabelZh = LabelZh,
        GaugeMin = GaugeMin,
        GaugeMax = GaugeMax,
        Decimals = Decimals ?? DefaultDecimals(),
        IsAlarmType = AlarmType,
        IsInverted = IsInverted,
        ActiveWordEn = Word(Values, !IsInverted),
        ActiveWordZh = Word(ValuesZh, !IsInverted),
        ClearWordEn = Word(Values, IsInverted),
        ClearWordZh = Word(ValuesZh, IsInverted),
    };

    private static string? Word(IReadOnlyDictionary<string, string>? words, bool value) =>
        words?.GetValueOrDefault(value ? "true" : "false") ?? words?.GetValueOrDefault(value ? "1" : "0");

    private MetricKind ParseKind() => Kind switch
    {
        "number" => MetricKind.Number,
        "bool" => MetricKind.Bool,
        "vector3" => MetricKind.Vector3,
        "lonlat" => MetricKind.Position,
        "text" => MetricKind.Text,
        _ => throw new InvalidOperationException($"The metric catalogue has the unknown kind {Kind}."),
    };

    // The file gives decimals for plain numbers only. Vectors are accelerations and fields of a few units; six decimals of a degree
    // are a tenth of a metre.
    private int DefaultDecimals() => Kind switch
    {
        "vector3" => 2,
        "lonlat" => 6,
        _ => 0,
    };
}
