using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>Results of one kind.</summary>
/// <param name="TextKey">The kind, in the words of <see cref="LayoutTexts"/>.</param>
/// <param name="Icon">Its sign.</param>
/// <param name="Hits">The best first.</param>
internal sealed record SearchGroup(string TextKey, IconName Icon, IReadOnlyList<SearchHit> Hits);
