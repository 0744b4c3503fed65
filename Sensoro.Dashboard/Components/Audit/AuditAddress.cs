using System.Globalization;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Components.Audit;

/// <summary>What the page shows, as its address says it.</summary>
/// <param name="Search">Part of a name, an address or what was done to what.</param>
/// <param name="Action">The word of an action; empty for all.</param>
/// <param name="Day">A day of the reader's zone; null for all.</param>
public sealed record AuditAddress(string Search, string Action, DateOnly? Day)
{
    public const string Page = "/audit";
    private const int LongestSearch = 100;
    private const string DayFormat = "yyyy-MM-dd";

    public static AuditAddress All { get; } = new("", "", null);

    public bool IsNarrowed => this != All;

    /// <summary>Takes whatever an address says; what means nothing is as if it were not there.</summary>
    public static AuditAddress Read(string? search, string? action, string? day) => new(
        (search ?? "").Trim() is { Length: > LongestSearch } endless ? endless[..LongestSearch] : (search ?? "").Trim(),
        AuditActions.TryParse(action, out _) ? action ?? "" : "",
        DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null);

    public IReadOnlyDictionary<string, object?> Write() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["q"] = Search.Length == 0 ? null : Search,
        ["action"] = Action.Length == 0 ? null : Action,
        ["day"] = Day?.ToString(DayFormat, CultureInfo.InvariantCulture),
    };

    public AuditFilter ToFilter(TimeZoneInfo zone) => new()
    {
        Search = Search,
        Action = Action,
        From = Day is { } from ? Midnight(from, zone) : null,
        To = Day is { } to ? Midnight(to.AddDays(1), zone) : null,
    };

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
