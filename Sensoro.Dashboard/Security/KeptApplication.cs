namespace Sensoro.Dashboard.Security;

/// <summary>A stored application in memory.</summary>
/// <param name="Stored">What lies in the file.</param>
/// <param name="Secrets">Its secrets; null when they could not be opened. What cannot be opened is kept: the key ring may come back.</param>
internal sealed record KeptApplication(StoredApplication Stored, ApplicationSecrets? Secrets)
{
    public string AppId => Stored.AppId;

    public ApplicationSummary Summary => new()
    {
        AppId = Stored.AppId,
        Name = Stored.Name,
        AppKeySetAt = Stored.AppKeySetAt,
        AppSecretSetAt = Stored.AppSecretSetAt,
        IsAppKeyRotating = Secrets?.PreviousAppKey is not null,
        IsAppSecretRotating = Secrets?.PreviousAppSecret is not null,
        IsSealed = Secrets is null,
    };
}
