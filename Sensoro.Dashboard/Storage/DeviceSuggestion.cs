using System.Globalization;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// The few devices that best fit what somebody is typing, as SQL: the SN itself, then SNs that end so, then the rest. Of a text that most
/// devices contain only the first that the index names are looked at, so that every letter is answered at once.
/// </summary>
internal static class DeviceSuggestion
{
    private const int MostLookedAt = 500;

    /// <returns>Null when nothing is looked for.</returns>
    public static DeviceStatement? Of(string text, int take)
    {
        if (DeviceSearch.Of(text) is not { } search)
        {
            return null;
        }

        var values = new List<object>();
        var ids = search.Ids(values);
        values.AddRange([search.Text, LikePattern.Ending(search.Text), LikePattern.Escape]);
        var sql = $$"""
            SELECT d.* FROM devices d WHERE d.id IN (SELECT * FROM ({{ids}}) LIMIT {{Number(MostLookedAt)}})
            ORDER BY CASE WHEN d.sn = {{Place(values, 3)}} COLLATE NOCASE THEN 0 WHEN d.sn LIKE {{Place(values, 2)}} ESCAPE {{Place(values, 1)}} THEN 1 ELSE 2 END, d.sn LIMIT {{Number(take)}}
            """;
        return new(sql, values);
    }

    private static string Place(List<object> values, int fromEnd) => $"{{{Number(values.Count - fromEnd)}}}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
