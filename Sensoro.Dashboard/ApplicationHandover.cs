using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Webhook;

namespace Sensoro.Dashboard;

/// <summary>Hands the applications entered on a page to the door: all of them before the first push, and each change at once.</summary>
internal sealed class ApplicationHandover(StoredApplications stored, ApplicationRegistry door) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        stored.Changed += HandOver;
        HandOver();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        stored.Changed -= HandOver;
        return Task.CompletedTask;
    }

    private void HandOver() => door.Adopt(stored.Kept.Select(ToOptions).OfType<ApplicationOptions>());

    /// <summary>Null for one whose secrets cannot be read: its pushes are refused as unknown.</summary>
    private static ApplicationOptions? ToOptions(KeptApplication kept) => kept.Secrets is not { } secrets ? null : new ApplicationOptions
    {
        AppId = kept.AppId,
        Name = kept.Stored.Name,
        AppKey = secrets.AppKey,
        AppSecret = secrets.AppSecret,
        PreviousAppKey = secrets.PreviousAppKey,
        PreviousAppSecret = secrets.PreviousAppSecret,
    };
}
