using System.Text;

namespace Sensoro.Domain.Devices;

/// <summary>What staff call a device and how they group it. Two sets of labels are equal when they read the same.</summary>
public sealed class DeviceLabels : IEquatable<DeviceLabels>
{
    /// <summary>Characters of a name: more than a place needs, and still one line in a list.</summary>
    public const int LongestName = 100;

    public const int LongestTag = 40;
    public const int MostTags = 20;

    private const char Border = '\n';

    private DeviceLabels(string? name, IReadOnlyList<string> tags) => (Name, Tags) = (name, tags);

    public static DeviceLabels None { get; } = new(null, []);

    /// <summary>Null when the device has none.</summary>
    public string? Name { get; }

    /// <summary>In the order they were given; no two differ in capitals alone.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The tags as the database holds them: each between two line breaks, so that a whole one can be found; null for none.</summary>
    public string? StoredTags => Tags.Count == 0 ? null : Border + string.Join(Border, Tags) + Border;

    /// <summary>The labels of a row of the database, as they were accepted once.</summary>
    public static DeviceLabels FromStored(string? name, string? tags) =>
        name is null && tags is null ? None : new(name, tags?.Split(Border, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>
    /// Labels from what somebody typed: spaces around and in a row, line breaks and control characters become one space, empty ones
    /// are left out.
    /// </summary>
    public static LabelFault TryCreate(string? name, IEnumerable<string> tags, out DeviceLabels labels)
    {
        ArgumentNullException.ThrowIfNull(tags);
        labels = None;
        var ownName = OneLine(name);
        if (ownName.Length > LongestName)
        {
            return LabelFault.NameTooLong;
        }

        string[] ownTags = [.. tags.Select(OneLine).Where(static tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (ownTags.Any(static tag => tag.Length > LongestTag))
        {
            return LabelFault.TagTooLong;
        }

        if (ownTags.Length > MostTags)
        {
            return LabelFault.TooManyTags;
        }

        labels = new DeviceLabels(ownName.Length == 0 ? null : ownName, ownTags);
        return LabelFault.None;
    }

    /// <summary>A text of several tags, as people write them: between commas, of either script, or semicolons.</summary>
    public static IReadOnlyList<string> SplitTags(string? text) =>
        text?.Split([',', ';', '，', '、', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The same name with other tags.</summary>
    public LabelFault TryWithTags(IEnumerable<string> tags, out DeviceLabels labels) => TryCreate(Name, tags, out labels);

    /// <summary>The same tags under another name.</summary>
    public LabelFault TryWithName(string? name, out DeviceLabels labels) => TryCreate(name, Tags, out labels);

    public bool Equals(DeviceLabels? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Tags.SequenceEqual(other.Tags, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as DeviceLabels);

    public override int GetHashCode() => HashCode.Combine(Name, StoredTags);

    public override string ToString() => $"{Name} [{string.Join(", ", Tags)}]";

    private static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var isSpace = char.IsWhiteSpace(letter) || char.IsControl(letter);
            if (!isSpace)
            {
                line.Append(letter);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ');
    }
}
