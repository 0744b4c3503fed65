using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>The list's filter as the query string says it, so that a link can be handed over.</summary>
public static class DeviceListAddress
{
    private static readonly (DeviceView View, string Text)[] Views =
    [
        (DeviceView.NeedsSomeone, "needs-someone"),
        (DeviceView.Lost, "lost"),
        (DeviceView.LowBattery, "low-battery"),
    ];

    private static readonly (DeviceSort Sort, string Text)[] Sorts =
    [
        (DeviceSort.Sn, "sn"),
        (DeviceSort.Name, "name"),
        (DeviceSort.Type, "type"),
        (DeviceSort.Battery, "battery"),
        (DeviceSort.Interval, "interval"),
        (DeviceSort.LastHeard, "last"),
    ];

    /// <summary>Reads the query string; what it does not understand it leaves out.</summary>
    public static DeviceListFilter Read(string? search, string? status, string? type, string? tag, string? view, string? sort, bool descending)
    {
        var wanted = DeviceStatuses.TryParse(status, out var known) ? known : (DeviceStatus?)null;
        var cut = Find(Views, view);
        return new DeviceListFilter
        {
            Search = Shortened(search?.Trim() ?? ""),
            Status = wanted,
            Type = string.IsNullOrEmpty(type) ? null : type,
            Tag = string.IsNullOrWhiteSpace(tag) ? null : Shortened(tag.Trim()),
            View = wanted is not null && cut == DeviceView.Lost ? DeviceView.All : cut,
            Sort = Sorts.Any(pair => pair.Text == sort) ? Find(Sorts, sort) : DeviceSort.StatusThenSn,
            Descending = descending,
        };
    }

    /// <summary>The parameters of the query string; null for what is as usual.</summary>
    public static IReadOnlyDictionary<string, object?> Write(DeviceListFilter filter) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["q"] = filter.Search.Length > 0 ? filter.Search : null,
        ["status"] = filter.Status is { } status ? DeviceStatuses.Text(status) : null,
        ["type"] = filter.Type,
        ["tag"] = filter.Tag,
        ["view"] = TextOf(Views, filter.View),
        ["sort"] = TextOf(Sorts, filter.Sort),
        ["desc"] = filter.Descending ? "true" : null,
    };

    private static string Shortened(string text) => text.Length > DeviceListFilter.LongestSearch ? text[..DeviceListFilter.LongestSearch] : text;

    private static T Find<T>((T Value, string Text)[] pairs, string? text)
        where T : struct, Enum =>
        Array.Find(pairs, pair => string.Equals(pair.Text, text, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? TextOf<T>((T Value, string Text)[] pairs, T value)
        where T : struct, Enum =>
        Array.Find(pairs, pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Text;
}
