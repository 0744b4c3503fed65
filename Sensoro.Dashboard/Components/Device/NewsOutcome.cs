namespace Sensoro.Dashboard.Components.Device;

/// <summary>What news came to for a list.</summary>
internal enum NewsOutcome
{
    Nothing,

    /// <summary>The list has changed.</summary>
    Changed,

    /// <summary>Something is missing: load the list again.</summary>
    Reload,
}
