namespace Sensoro.Dashboard.Components.Map;

/// <summary>All that the address of the map says. Two that show the same are equal.</summary>
/// <param name="Filter">Which devices.</param>
/// <param name="Sn">The selected device.</param>
/// <param name="TrailSn">The device whose trail is shown.</param>
/// <param name="TrailSpan">How far back the trail goes.</param>
/// <param name="IsTable">Whether the same is read as a table.</param>
public sealed record MapChoice(MapFilter Filter, string? Sn, string? TrailSn, TrailSpan TrailSpan, bool IsTable)
{
    private const string TableView = "table";

    public static MapChoice Everything { get; } = new(MapFilter.Everything, null, null, TrailSpan.Day, IsTable: false);

    /// <summary>Takes whatever an address says; what means nothing is as if it were not there.</summary>
    public static MapChoice Read(MapFilter filter, string? sn, string? trail, string? over, string? view) =>
        new(filter, sn, trail, TrailSpans.Of(over), view == TableView);

    /// <summary>The parameters of the address; null for what is as usual.</summary>
    public IReadOnlyDictionary<string, object?> Write() => new Dictionary<string, object?>(Filter.Write(), StringComparer.Ordinal)
    {
        ["sn"] = Sn,
        ["trail"] = TrailSn,
        ["over"] = TrailSpan == TrailSpan.Day ? null : TrailSpans.Text(TrailSpan),
        ["view"] = IsTable ? TableView : null,
    };
}
