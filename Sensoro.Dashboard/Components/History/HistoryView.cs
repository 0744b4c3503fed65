using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>How a page looks back: its span of time and how it is shown, as the address holds them.</summary>
public sealed record HistoryView
{
    private const string Table = "table";
    private const string On = "1";

    public TimeWindow Window { get; init; } = TimeWindow.Default;

    /// <summary>Beside the period before.</summary>
    public bool Compare { get; init; }

    /// <summary>In figures instead of lines.</summary>
    public bool IsTable { get; init; }

    /// <summary>One of <see cref="Resolutions"/>; null for what fits.</summary>
    public string? Resolution { get; init; }

    /// <summary>The resolutions that a page offers.</summary>
    public static IReadOnlyList<(string Text, string Key)> Resolutions { get; } =
        [("raw", "ResRaw"), ("PT5M", "ResMinutes5"), ("PT1H", "ResHour"), ("day", "ResDay"), ("month", "ResMonth")];

    public static HistoryView Read(TimeWindow window, string? compare, string? view, string? resolution) => new()
    {
        Window = window,
        Compare = compare == On,
        IsTable = view == Table,
        Resolution = Resolutions.Any(known => known.Text == resolution) ? resolution : null,
    };

    /// <summary>The parameters of the address; what is not said there is as it is at first.</summary>
    public IReadOnlyDictionary<string, object?> Write() => new Dictionary<string, object?>(Window.Write(), StringComparer.Ordinal)
    {
        ["compare"] = Compare ? On : null,
        ["view"] = IsTable ? Table : null,
        ["res"] = Resolution,
    };

    /// <summary>What the resolution means in a zone; null for what fits.</summary>
    public Resolution? ResolutionIn(TimeZoneInfo zone) =>
        Sensoro.Domain.Readings.Resolution.TryParse(Resolution, zone, out var resolution) ? resolution : null;
}
