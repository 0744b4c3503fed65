using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Connect;

/// <summary>Whether SENSORO reaches this program, and everything needed to make it so.</summary>
public sealed partial class ConnectPage : LoadingComponent
{
    private IReadOnlyList<ApplicationRow> _rows = [];
    private DateTimeOffset? _lastAt;
    private long _cursor;

    [Inject]
    internal StoredApplications Stored { get; set; } = default!;

    [Inject]
    public required IOptions<ConnectOptions> Connect { get; set; }

    [Inject]
    public required ApplicationTraffic Traffic { get; set; }

    [Inject]
    public required PipelineStatus Status { get; set; }

    [Inject]
    public required MessageQueries Messages { get; set; }

    protected override void OnInitialized()
    {
        Stored.Changed += Follow;
        _rows = ApplicationRow.All(Connect.Value, Stored, Traffic);
    }

    protected override void OnDisposed() => Stored.Changed -= Follow;

    /// <summary>The store is held while it tells of a change: it must not wait for a page.</summary>
    private void Follow() => _ = InvokeAsync(() =>
    {
        _rows = ApplicationRow.All(Connect.Value, Stored, Traffic);
        StateHasChanged();
    });

    private Task ReadAsync() => LoadAsync(async gone =>
        _lastAt = await Messages.NewestAsync(new MessageFilter(), null, 1, gone) is [var newest] ? newest.ReceivedAt : null);

    private async Task RefreshAsync(FeedUpdate update)
    {
        if (update.Cursor != _cursor)
        {
            _cursor = update.Cursor;
            await ReadAsync();
        }

        StateHasChanged();
    }
}
