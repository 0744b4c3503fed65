namespace Sensoro.Dashboard.Security;

/// <summary>The secrets of one application: the present pair, and what it replaces while a rotation runs.</summary>
internal sealed record ApplicationSecrets(string AppKey, string AppSecret)
{
    public string? PreviousAppKey { get; init; }

    public string? PreviousAppSecret { get; init; }

    public bool IsRotating => PreviousAppKey is not null || PreviousAppSecret is not null;

    /// <summary>Says nothing, wherever it is written to.</summary>
    public override string ToString() => nameof(ApplicationSecrets);
}
