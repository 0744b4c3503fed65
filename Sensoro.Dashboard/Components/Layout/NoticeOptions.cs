namespace Sensoro.Dashboard.Components.Layout;

/// <summary>What the shell says on every page; filled by the features that have something to say.</summary>
public sealed class NoticeOptions
{
    /// <summary>Pushes without a signature are let in.</summary>
    public bool UnsignedAccepted { get; set; }

    /// <summary>A component that stands above every page; null for none.</summary>
    public Type? Banner { get; set; }
}
