using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Live;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>The first page: whether somebody is needed, and for what.</summary>
public sealed partial class OverviewPage : IDisposable
{
    /// <summary>Devices grow late and batteries low without news: so often the page asks again.</summary>
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromSeconds(5);

    /// <summary>Sooner when the counts already say that somebody is missing.</summary>
    private static readonly TimeSpan CatchUpAfter = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _gone = new();
    private readonly FeedFilter _filter = new() { Fleet = true, Tasks = true };
    private readonly OverviewState _state = new();
    private bool _reading;
    private long _readAt;

    [Inject]
    internal OverviewReader Reader { get; set; } = default!;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<OverviewPage> Logger { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private Task LoadAsync() => ReadAsync(Time.GetTimestamp());

    private Task ApplyAsync(FeedUpdate update)
    {
        _state.Apply(update, Time.GetUtcNow());
        var wait = _state.IsBehind ? CatchUpAfter : RefreshAfter;
        if (update.Counts is not null && !_reading && Time.GetElapsedTime(_readAt) >= wait)
        {
            // Not awaited: the next news must not wait for the database. It catches all of its own errors. What another page
            // has read since half the wait ago will do.
            _ = ReadAsync(Time.GetTimestamp() - (long)(wait.TotalSeconds / 2 * Time.TimestampFrequency));
        }

        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task ReadAsync(long notBefore)
    {
        _reading = true;
        _state.BeginLoad();
        try
        {
            _state.Load(await Reader.ReadAsync(notBefore, _gone.Token), Time.GetUtcNow());
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
        catch (Exception error)
        {
            Log.ReadFailed(Logger, error);
            _state.Fail();
        }

        (_reading, _readAt) = (false, Time.GetTimestamp());
        StateHasChanged();
    }

    private void Pause(bool paused) => _state.Pause(paused);
}
