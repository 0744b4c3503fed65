namespace Sensoro.Dashboard.TestPushes;

/// <summary>One step of a test push and how it went.</summary>
public sealed record TestPushCheck(TestPushStep Step, TestPushFault Fault, TimeSpan Elapsed)
{
    /// <summary>The HTTP status, from the answer on.</summary>
    public int? Status { get; init; }

    /// <summary>The door's own word for a refusal.</summary>
    public string? Reason { get; init; }

    /// <summary>It was encrypted as in safe mode, because an AppKey is there.</summary>
    public bool IsEncrypted { get; init; }

    public bool HasPassed => Fault == TestPushFault.None;
}
