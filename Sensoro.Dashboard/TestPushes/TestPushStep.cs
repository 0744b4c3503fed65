namespace Sensoro.Dashboard.TestPushes;

/// <summary>The way of a test push, in order.</summary>
public enum TestPushStep
{
    /// <summary>Written and signed.</summary>
    Prepared,
    Reached,
    Verified,
    Stored,
    Shown,
}
