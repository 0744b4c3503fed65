using System.Globalization;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>What is wrong, in the catalogue's own words: "Smoke", "Door: open", "烟感：有烟".</summary>
internal static class AttentionText
{
    public static string Of(AttentionRow row, CultureInfo culture)
    {
        var label = MetricText.Label(row.Metric, culture);
        var word = MetricCatalogue.Find(row.Metric)?.StateWord(row.Value.Active, culture);
        return word is null || Says(label, word) ? label : culture.TwoLetterISOLanguageName == "zh" ? $"{label}：{word}" : $"{label}: {word}";
    }

    /// <summary>The same inside a sentence.</summary>
    public static string InSentence(AttentionRow row, CultureInfo culture)
    {
        var text = Of(row, culture);
        return text.Length > 1 && char.IsLower(text[1]) ? char.ToLower(text[0], culture) + text[1..] : text;
    }

    /// <summary>"Water leak" needs no "leak detected" behind it.</summary>
    private static bool Says(string label, string word) => label.Contains(word.Split(' ')[0], StringComparison.OrdinalIgnoreCase);
}
