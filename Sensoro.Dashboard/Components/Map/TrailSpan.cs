namespace Sensoro.Dashboard.Components.Map;

/// <summary>How far back a trail goes.</summary>
public enum TrailSpan
{
    /// <summary>The last 24 hours.</summary>
    Day,

    /// <summary>Since local midnight.</summary>
    Today,
}
