namespace Sensoro.Dashboard.Components.Explore;

/// <summary>Why a series cannot be added.</summary>
public enum ExploreRefusal
{
    None,

    /// <summary>As many as can be shown are chosen.</summary>
    Full,

    /// <summary>Both sides of the chart have another unit.</summary>
    Units,
}
