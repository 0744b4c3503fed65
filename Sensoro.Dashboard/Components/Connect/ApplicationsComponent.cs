using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Security;

namespace Sensoro.Dashboard.Components.Connect;

/// <summary>A part of a page that shows the applications and follows every change of them.</summary>
public abstract class ApplicationsComponent : LoadingComponent
{
    [Inject]
    internal StoredApplications Stored { get; set; } = default!;

    [Inject]
    public required IOptions<ConnectOptions> Connect { get; set; }

    [Inject]
    public required ApplicationTraffic Traffic { get; set; }

    [Inject]
    public required PipelineStatus Status { get; set; }

    /// <summary>The applications as they are now.</summary>
    protected IReadOnlyList<ApplicationRow> Rows { get; private set; } = [];

    protected override void OnInitialized()
    {
        Stored.Changed += Follow;
        Rows = ApplicationRow.All(Connect.Value, Stored, Traffic);
    }

    protected override void OnDisposed() => Stored.Changed -= Follow;

    /// <summary>The store is held while it tells of a change: it must not wait for a page.</summary>
    private void Follow() => _ = InvokeAsync(() =>
    {
        Rows = ApplicationRow.All(Connect.Value, Stored, Traffic);
        StateHasChanged();
    });
}
