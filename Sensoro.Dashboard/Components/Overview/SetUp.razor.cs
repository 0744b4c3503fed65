using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Components.Connect;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Security;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>The way to the first device.</summary>
public sealed partial class SetUp : IDisposable
{
    private IReadOnlyList<ApplicationRow> _rows = [];
    private bool _hasPassed;

    [Inject]
    internal StoredApplications Stored { get; set; } = default!;

    [Inject]
    public required IOptions<ConnectOptions> Connect { get; set; }

    [Inject]
    public required ApplicationTraffic Traffic { get; set; }

    [Inject]
    public required PipelineStatus Status { get; set; }

    /// <summary>The test device has reported, now or at another time.</summary>
    [Parameter]
    public bool HasTestDevice { get; set; }

    private bool HasKeys => _rows.Any(static row => row.IsUsable);

    private bool IsTested => HasTestDevice || _hasPassed;

    public void Dispose() => Stored.Changed -= Follow;

    protected override void OnInitialized()
    {
        Stored.Changed += Follow;
        _rows = ApplicationRow.All(Connect.Value, Stored, Traffic);
    }

    /// <summary>The store is held while it tells of a change: it must not wait for a page.</summary>
    private void Follow() => _ = InvokeAsync(() =>
    {
        _rows = ApplicationRow.All(Connect.Value, Stored, Traffic);
        StateHasChanged();
    });

    /// <summary>The counters move with the feed.</summary>
    private Task Look(FeedUpdate update)
    {
        StateHasChanged();
        return Task.CompletedTask;
    }
}
