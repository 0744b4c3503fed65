using System.Globalization;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>A device of a made-up fleet: as a row, and as the rules of the list see it.</summary>
internal sealed record FleetRow(
    int Id,
    string Sn,
    string? Name,
    string? Tags,
    string? Type,
    AlarmSeverity Severity,
    DateTimeOffset HeardAt,
    DateTimeOffset LateAt,
    DateTimeOffset LostAt,
    int? Battery)
{
    public DeviceStatus Status => Severity == AlarmSeverity.Alarm ? DeviceStatus.Alarm
        : Severity == AlarmSeverity.Malfunction ? DeviceStatus.Malfunction
        : LostAt <= HistoryStage.Now ? DeviceStatus.Lost
        : LateAt <= HistoryStage.Now ? DeviceStatus.Late
        : DeviceStatus.Normal;

    public string Sql()
    {
        var heard = Ms(HeardAt);
        return $"({Text(Sn)}, {Id}, 'app', {Text(Name)}, {Text(Tags)}, {Text(Type)}, 0, {heard}, {heard}, {Battery?.ToString(CultureInfo.InvariantCulture) ?? "NULL"}, {300 + (Id % 3)}, {Ms(LateAt)}, {Ms(LostAt)}, {(int)Severity}, {Id})";
    }

    public bool Fits(DeviceFilter filter) =>
        (filter.Search is null || SearchText.Fits(filter.Search, Sn) || SearchText.Fits(filter.Search, Name)
            || (filter.Search.Length >= SearchText.ShortestPart && SearchText.Fits(filter.Search, Tags)))
        && (filter.Status is null || Status == filter.Status)
        && (!filter.NeedsSomeone || Severity != AlarmSeverity.None)
        && (string.IsNullOrEmpty(filter.DeviceType) || Type == filter.DeviceType)
        && (filter.BatteryBelow is null || Battery < filter.BatteryBelow);

    public static IEnumerable<FleetRow> Sorted(IEnumerable<FleetRow> rows, DeviceFilter filter)
    {
        var bySn = rows.OrderBy(static row => row.Sn, StringComparer.Ordinal);
        return filter.Sort switch
        {
            DeviceSort.Status => By(bySn, static row => (int)row.Status, filter).ThenByDescending(static row => row.HeardAt).ThenBy(static row => row.Sn, StringComparer.Ordinal),
            DeviceSort.StatusThenSn => By(bySn, static row => (int)row.Status, filter),
            DeviceSort.Sn => By(bySn, static row => row.Sn, filter, StringComparer.Ordinal),
            DeviceSort.Name => By(bySn, static row => row.Name ?? row.Sn, filter, StringComparer.Ordinal),
            DeviceSort.Type => By(bySn, static row => row.Type ?? "", filter, StringComparer.Ordinal),
            DeviceSort.Battery => By(bySn, row => row.Battery ?? (filter.Descending ? -1 : 1_000), filter),
            DeviceSort.Interval => By(bySn, static row => row.Id % 3, filter),
            DeviceSort.LastHeard => By(bySn, static row => row.HeardAt, filter),
        };
    }

    private static IOrderedEnumerable<FleetRow> By<TKey>(IEnumerable<FleetRow> rows, Func<FleetRow, TKey> key, DeviceFilter filter, IComparer<TKey>? comparer = null) =>
        filter.Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);

    private static string Text(string? text) => text is null ? "NULL" : $"'{text}'";

    private static string Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
