namespace Sensoro.Dashboard.Security;

/// <summary>An application as it lies in the file. Only its secrets are sealed: with a lost key ring the page can still name it.</summary>
internal sealed record StoredApplication
{
    public required string AppId { get; init; }

    public string Name { get; init; } = "";

    public DateTimeOffset AppKeySetAt { get; init; }

    public DateTimeOffset AppSecretSetAt { get; init; }

    /// <summary>The <see cref="ApplicationSecrets"/>, encrypted.</summary>
    public required string Sealed { get; init; }
}
