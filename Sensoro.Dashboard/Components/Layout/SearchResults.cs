namespace Sensoro.Dashboard.Components.Layout;

/// <summary>What the header's search found.</summary>
/// <param name="Spelling">What was looked for in the end: what was typed, or what may have been meant by it.</param>
/// <param name="Groups">Those that have results.</param>
internal sealed record SearchResults(string Spelling, IReadOnlyList<SearchGroup> Groups)
{
    public static SearchResults None { get; } = new("", []);

    /// <summary>All results in the order of the screen.</summary>
    public IReadOnlyList<SearchHit> Hits { get; } = [.. Groups.SelectMany(static group => group.Hits)];
}
