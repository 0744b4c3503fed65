using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Security;

namespace Sensoro.Dashboard.Components.Connect;

/// <summary>One application as the page lists it, wherever it comes from.</summary>
public sealed record ApplicationRow
{
    public required string AppId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Null for one of the configuration.</summary>
    public ApplicationSummary? Stored { get; init; }

    /// <summary>The demo fleet's own.</summary>
    public bool IsDemo { get; init; }

    public bool HasAppKey { get; init; } = true;

    public bool IsAppKeyRotating { get; init; }

    public bool IsAppSecretRotating { get; init; }

    /// <summary>Stored, but the configuration names the same AppID and wins.</summary>
    public bool IsOverruled { get; init; }

    public required ApplicationPushes Pushes { get; init; }

    /// <summary>Its pushes are checked: its keys are here and it is the one that counts.</summary>
    public bool IsUsable => Stored is not { IsSealed: true } && !IsOverruled;

    public string DisplayName => Name.Length > 0 ? Name : AppId;

    /// <summary>Those of the configuration first, then the stored ones in the order they were entered.</summary>
    internal static IReadOnlyList<ApplicationRow> All(ConnectOptions connect, StoredApplications stored, ApplicationTraffic traffic)
    {
        var configured = connect.Applications.Select(application => new ApplicationRow
        {
            AppId = application.AppId,
            Name = application.Name,
            IsDemo = application.IsDemo,
            HasAppKey = application.HasAppKey,
            IsAppKeyRotating = application.IsAppKeyRotating,
            IsAppSecretRotating = application.IsAppSecretRotating,
            Pushes = traffic.Of(application.AppId),
        });
        var entered = stored.Summaries.Select(application => new ApplicationRow
        {
            AppId = application.AppId,
            Name = application.Name,
            Stored = application,
            IsAppKeyRotating = application.IsAppKeyRotating,
            IsAppSecretRotating = application.IsAppSecretRotating,
            IsOverruled = connect.Applications.Any(other => other.AppId == application.AppId),
            Pushes = traffic.Of(application.AppId),
        });
        return [.. configured, .. entered];
    }
}
