using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Quarantine;

/// <summary>What the doctor found out about one refused push.</summary>
public sealed record Diagnosis
{
    public required QuarantinedPush Refused { get; init; }

    public required DoctorCause Cause { get; init; }

    /// <summary>The application it named, by name.</summary>
    public required string Application { get; init; }

    /// <summary>The application whose keys fit, where it is another one.</summary>
    public string? Other { get; init; }

    /// <summary>The address the signature was made for, where that was found out.</summary>
    public string? Url { get; init; }

    /// <summary>How far the nonce was behind our clock when the push came; below zero when it was ahead. Null without a nonce.</summary>
    public TimeSpan? Skew { get; init; }

    /// <summary>How far it may be.</summary>
    public required TimeSpan Tolerance { get; init; }

    /// <summary>All that was tried; empty where the signature was not in question.</summary>
    public IReadOnlyList<DoctorCandidate> Candidates { get; init; } = [];

    /// <summary>What is wrong, in the words the sender was told.</summary>
    public required string Detail { get; init; }

    /// <summary>The signature fits the registered address and our secret.</summary>
    public bool IsSignatureRight => Cause is DoctorCause.Mended or DoctorCause.ClockDiffers or DoctorCause.AppKeyDiffers or DoctorCause.AppKeyOfAnother or DoctorCause.Unreadable;
}
