namespace Sensoro.Dashboard.Components.Connect;

/// <summary>What a page may know of an application that the configuration names.</summary>
public sealed record ConfiguredApplication
{
    public required string AppId { get; init; }

    public required string Name { get; init; }

    /// <summary>Without an AppKey only plain mode can be read.</summary>
    public bool HasAppKey { get; init; }

    public bool IsAppKeyRotating { get; init; }

    public bool IsAppSecretRotating { get; init; }

    /// <summary>The demo fleet's own, made anew at each start.</summary>
    public bool IsDemo { get; init; }
}
