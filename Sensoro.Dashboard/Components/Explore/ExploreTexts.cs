namespace Sensoro.Dashboard.Components.Explore;

/// <summary>Words of the explore page.</summary>
public sealed class ExploreTexts;
