using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>The ledger: every push as it comes, and what became of it.</summary>
public sealed partial class MessagesPage : IDisposable
{
    private const int PageSize = 100;

    /// <summary>A second delivery is no news of the feed: so often the newest lines are compared with the log.</summary>
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ReloadAfter = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _gone = new();
    private readonly FeedFilter _filter = new() { Messages = true, Fleet = true };
    private readonly LedgerState _state = new();
    private LedgerQuery _query = LedgerQuery.Everything;
    private long? _focus;
    private long? _wasOpen;
    private int _pushesPerMinute;
    private DateTimeOffset? _lastPushAt;
    private bool _subscribed;
    private bool _loadingOlder;
    private int _load;
    private long _readAt;

    /// <summary>An SN, its last characters, a msgId or a taskId.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Mode { get; set; }

    /// <summary>The message in the drawer, as the address says it.</summary>
    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenText { get; set; }

    [Inject]
    internal LedgerReader Reader { get; set; } = default!;

    [Inject]
    public required LiveFeed Feed { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<MessagesPage> Logger { get; set; }

    /// <summary>What is no number opens nothing.</summary>
    private long? Open => long.TryParse(OpenText, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // Back from the drawer, the reader goes on where it was opened.
        _focus = Open is null && _wasOpen is not null ? _wasOpen : _focus;
        _wasOpen = Open;
        var asked = LedgerQuery.Parse(Text, Kind, Mode);
        if (asked != _query)
        {
            _query = asked;
            if (_subscribed)
            {
                await LoadAsync();
            }
        }
    }

    private async Task LoadAsync()
    {
        _subscribed = true;
        ShowCounts(Feed.Counts);
        var load = ++_load;
        await TryAsync(async () =>
        {
            var scope = await Reader.ResolveAsync(_query, _gone.Token);
            if (load != _load)
            {
                return;
            }

            _state.BeginLoad(scope);
            var page = await Reader.ReadAsync(scope, null, PageSize, _gone.Token);
            if (load == _load)
            {
                _state.Load(page);
                _readAt = Time.GetTimestamp();
            }
        });
    }

    private async Task LoadOlderAsync()
    {
        if (_state.NextBefore is not { } before || _loadingOlder)
        {
            return;
        }

        _loadingOlder = true;
        var load = _load;
        await TryAsync(async () =>
        {
            var page = await Reader.ReadAsync(_state.Scope, before, PageSize, _gone.Token);
            if (load == _load)
            {
                _state.AddOlder(page);
            }
        });
        _loadingOlder = false;
    }

    private async Task ApplyAsync(FeedUpdate update)
    {
        ShowCounts(update.Counts);
        var changed = _state.Apply(update) || update.Counts is not null;
        if (_state is { HasGap: true, IsPaused: false } && Time.GetElapsedTime(_readAt) >= ReloadAfter)
        {
            await LoadAsync();
        }
        else if (update.Counts is not null && _state is { IsLoaded: true, IsPaused: false } && Time.GetElapsedTime(_readAt) >= RefreshAfter)
        {
            await RefreshAsync();
        }

        if (changed)
        {
            StateHasChanged();
        }
    }

    private async Task RefreshAsync()
    {
        _readAt = Time.GetTimestamp();
        await TryAsync(async () => _state.Refresh((await Reader.ReadAsync(_state.Scope, null, PageSize, _gone.Token)).Entries));
    }

    private async Task TryAsync(Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
        catch (Exception error)
        {
            Log.LedgerFailed(Logger, error);
            _state.Fail();
        }

        StateHasChanged();
    }

    private void ShowCounts(FleetCounts? counts) =>
        (_pushesPerMinute, _lastPushAt) = counts is null ? (_pushesPerMinute, _lastPushAt) : (counts.PushesLastMinute, counts.LastPushAt);

    private Task TogglePauseAsync()
    {
        if (_state.IsPaused)
        {
            return LoadAsync();
        }

        _state.Pause();
        return Task.CompletedTask;
    }

    private void HandleKey(KeyboardEventArgs key)
    {
        if (key.CtrlKey || key.AltKey || key.MetaKey)
        {
            return;
        }

        switch (key.Key)
        {
            case "j" or "J":
                Step(1);
                break;
            case "k" or "K":
                Step(-1);
                break;
            case "Escape" when Open is not null:
                Close();
                break;
        }
    }

    /// <summary>Walks from line to line: with the drawer when it is open, with the focus when not.</summary>
    private void Step(int step)
    {
        if (_state.Neighbour(Open ?? _focus, step) is not { } next)
        {
            return;
        }

        _focus = next;
        if (Open is not null)
        {
            Navigation.NavigateTo(_query.Href(next), replace: true);
        }
    }

    private void Close() => Navigation.NavigateTo(_query.Href(null), replace: true);
}
