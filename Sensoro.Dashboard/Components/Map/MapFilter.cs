using System.Globalization;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>Which devices the map shows; the map itself filters by the same rule.</summary>
/// <param name="Search">Part of the SN or of the name; capitals do not matter.</param>
/// <param name="Status">Only this state, or null for all.</param>
/// <param name="Type">Only this device type, or null for all.</param>
/// <param name="BatteryBelow">Percent; only devices that report less, or null for all.</param>
/// <param name="SilentFor">Only devices not heard of for this long, or null for all.</param>
public sealed record MapFilter(string? Search, DeviceStatus? Status, string? Type, int? BatteryBelow = null, TimeSpan? SilentFor = null)
{
    private static readonly (string Text, TimeSpan Length)[] Silences =
    [
        ("1h", TimeSpan.FromHours(1)), ("6h", TimeSpan.FromHours(6)), ("24h", TimeSpan.FromHours(24)), ("7d", TimeSpan.FromDays(7)),
    ];

    public static MapFilter Everything { get; } = new(null, null, null);

    /// <summary>The limits to choose from, percent.</summary>
    public static IReadOnlyList<int> BatteryLimits { get; } = [10, 20, 30];

    /// <summary>What an address calls the silences to choose from.</summary>
    public static IReadOnlyList<string> SilenceTexts { get; } = [.. Silences.Select(static silence => silence.Text)];

    public string? SilenceText => Array.Find(Silences, silence => silence.Length == SilentFor).Text;

    /// <summary>The filter an address describes; what it names and does not exist filters nothing.</summary>
    public static MapFilter Of(string? search, string? status, string? type, string? battery = null, string? silent = null) => new(
        string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        DeviceStatuses.TryParse(status, out var parsed) ? parsed : null,
        string.IsNullOrEmpty(type) ? null : type,
        BatteryOf(battery),
        SilenceOf(silent));

    /// <summary>A limit as an address writes it; null when it is none of those to choose from.</summary>
    public static int? BatteryOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && BatteryLimits.Contains(limit) ? limit : null;

    /// <summary>A silence as an address writes it; null when it is none of those to choose from.</summary>
    public static TimeSpan? SilenceOf(string? text) => Array.Find(Silences, silence => silence.Text == text) is { Text: not null } found ? found.Length : null;

    /// <summary>The parameters of the address; null for what filters nothing.</summary>
    public IReadOnlyDictionary<string, object?> Write() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["q"] = Search,
        ["status"] = Status is { } status ? DeviceStatuses.Text(status) : null,
        ["type"] = Type,
        ["battery"] = BatteryBelow?.ToString(CultureInfo.InvariantCulture),
        ["silent"] = SilenceText,
    };

    public bool Matches(DeviceSnapshot device, DateTimeOffset now) =>
        MatchesPart(device, now)
        && (BatteryBelow is not { } limit || device.Battery < limit)
        && (SilentFor is not { } silence || (device.IsHeard && now - device.LastHeardAt >= silence))
        && (Search is null
            || device.Sn.Contains(Search, StringComparison.OrdinalIgnoreCase)
            || (device.Name?.Contains(Search, StringComparison.OrdinalIgnoreCase) ?? false));

    /// <summary>Whether the server sends the device when it sends a part of the fleet only.</summary>
    public bool MatchesPart(DeviceSnapshot device, DateTimeOffset now) =>
        (Status is not { } status || device.StatusAt(now) == status) && (Type is null || device.DeviceType == Type);
}
