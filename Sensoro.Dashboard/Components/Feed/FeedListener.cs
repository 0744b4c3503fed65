using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Live;

namespace Sensoro.Dashboard.Components.Feed;

/// <summary>
/// The only subscriber a page has. It renders nothing, starts when the page is interactive, calls the page on its own
/// thread at the feed's pace, and ends with it. The page loads its snapshot in <see cref="OnSubscribed"/>: what happens
/// meanwhile is not lost.
/// </summary>
public sealed class FeedListener : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private FeedSubscription? _subscription;

    [Inject]
    public required LiveFeed Feed { get; set; }

    [Parameter, EditorRequired]
    public required FeedFilter Filter { get; set; }

    /// <summary>Called once, after the subscription stands: load what is shown.</summary>
    [Parameter]
    public Func<Task>? OnSubscribed { get; set; }

    [Parameter, EditorRequired]
    public required Func<FeedUpdate, Task> OnUpdate { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _subscription?.Dispose();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        var subscription = Feed.Subscribe(Filter);
        _subscription = subscription;
        if (OnSubscribed is not null)
        {
            await OnSubscribed();
        }

        if (!_gone.IsCancellationRequested)
        {
            _ = ListenAsync(subscription, _gone.Token);
        }
    }

    private async Task ListenAsync(FeedSubscription subscription, CancellationToken gone)
    {
        try
        {
            await foreach (var update in subscription.ReadAllAsync(gone))
            {
                await InvokeAsync(() => OnUpdate(update));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }
}
