namespace Sensoro.Dashboard.Security;

/// <summary>What a page may know of a stored application: everything but its secrets.</summary>
public sealed record ApplicationSummary
{
    public required string AppId { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset AppKeySetAt { get; init; }

    public DateTimeOffset AppSecretSetAt { get; init; }

    /// <summary>Two AppKeys are accepted.</summary>
    public bool IsAppKeyRotating { get; init; }

    /// <summary>Two AppSecrets are accepted.</summary>
    public bool IsAppSecretRotating { get; init; }

    /// <summary>The key ring that sealed the secrets is gone: its pushes are refused until its keys are entered anew.</summary>
    public bool IsSealed { get; init; }

    public bool IsRotating => IsAppKeyRotating || IsAppSecretRotating;
}
