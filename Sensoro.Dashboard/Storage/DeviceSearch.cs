using System.Globalization;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// What somebody typed to find devices: from three letters on anywhere in SN, name or tags (the trigram index), shorter texts at
/// the start of SN or name (ordinary indexes).
/// </summary>
internal sealed record DeviceSearch
{
    private DeviceSearch(string text) => Text = text;

    public string Text { get; }

    /// <summary>Of fewer letters there is no trigram.</summary>
    private bool IsShort => Text.EnumerateRunes().Count() < SearchText.ShortestPart;

    /// <returns>Null when nothing is looked for.</returns>
    public static DeviceSearch? Of(string? text)
    {
        // The index ends a text at its first NUL; no SN or name has one.
        var wanted = text?.Replace("\0", "", StringComparison.Ordinal).Trim();
        return string.IsNullOrEmpty(wanted) ? null : new(wanted);
    }

    /// <summary>The ids of the devices found, as a sub-select with its values added to <paramref name="values"/>.</summary>
    public string Ids(List<object> values)
    {
        if (!IsShort)
        {
            values.Add($"\"{Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            return $"SELECT rowid FROM device_search WHERE device_search MATCH {{{values.Count - 1}}}";
        }

        var ranges = Spellings().Select(start => $"SELECT id FROM devices WHERE {Starts("sn", start, values)}");
        return string.Join(" UNION ALL ", ranges.Append($"SELECT id FROM devices WHERE {NameStarts(values)}"));
    }

    /// <summary>How many devices are found, as an expression; counted no further than a little beyond <paramref name="limit"/>.</summary>
    public string Count(int limit, List<object> values)
    {
        if (!IsShort)
        {
            return $"(SELECT count(*) FROM ({Ids(values)} LIMIT {limit.ToString(CultureInfo.InvariantCulture)}))";
        }

        // Without the ids, one index alone counts; a device whose name fits too must not count twice.
        var spellings = Spellings().ToList();
        var others = string.Join(" OR ", spellings.Select(start => $"({Starts("sn", start, values)})"));
        var counts = spellings.Select(start => $"(SELECT count(*) FROM (SELECT 1 FROM devices WHERE {Starts("sn", start, values)} LIMIT {limit.ToString(CultureInfo.InvariantCulture)}))")
            .Append($"(SELECT count(*) FROM (SELECT 1 FROM devices WHERE {NameStarts(values)} AND NOT ({others}) LIMIT {limit.ToString(CultureInfo.InvariantCulture)}))");
        return string.Join(" + ", counts);
    }

    /// <summary>
    /// The same as a test of each device, for texts that most devices contain: walking a list in its order then meets enough of them
    /// soon. Null when the two would not agree, as about capitals beyond ASCII.
    /// </summary>
    public string? Test(List<object> values)
    {
        if (!System.Text.Ascii.IsValid(Text))
        {
            return null;
        }

        var pattern = Value(values, IsShort ? LikePattern.Beginning(Text) : LikePattern.Containing(Text));
        var escape = Value(values, LikePattern.Escape);
        string[] columns = IsShort ? ["sn", "name"] : ["sn", "name", "tags"];
        return $"({string.Join(" OR ", columns.Select(column => $"d.{column} LIKE {pattern} ESCAPE {escape}"))})";
    }

    private string NameStarts(List<object> values) =>
        $"name IS NOT NULL AND name >= {Value(values, Text)} COLLATE NOCASE AND name < {Value(values, After(Text))} COLLATE NOCASE";

    private static string Starts(string column, string start, List<object> values) =>
        $"{column} >= {Value(values, start)} AND {column} < {Value(values, After(start))}";

    private static string Value(List<object> values, string value)
    {
        values.Add(value);
        return $"{{{values.Count - 1}}}";
    }

    /// <summary>The index of SNs minds capitals: all ways to write the one or two letters.</summary>
    private IEnumerable<string> Spellings()
    {
        IEnumerable<string> spellings = [""];
        foreach (var letter in Text)
        {
            spellings = [.. spellings.SelectMany(start => new[] { start + char.ToUpperInvariant(letter), start + char.ToLowerInvariant(letter) }).Distinct(StringComparer.Ordinal)];
        }

        return spellings;
    }

    // U+10FFFF sorts after everything that can follow.
    private static string After(string start) => start + "\U0010FFFF";
}
