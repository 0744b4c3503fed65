using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>How tasks ended, and which device each was for: SENSORO does not say, so staff do.</summary>
public sealed partial class TasksPage : IDisposable
{
    private static readonly FeedFilter Results = new() { Tasks = true };
    private static readonly (TaskOutcome? Outcome, string Key)[] Cuts =
        [(null, "All"), (TaskOutcome.Failed, "Failed"), (TaskOutcome.Succeeded, "Succeeded"), (TaskOutcome.NotLinked, "NotLinked")];

    private readonly CancellationTokenSource _gone = new();
    private readonly TasksState _state = new();
    private readonly AddressEcho<TaskListFilter> _echo = new();
    private readonly ReloadPace _reload = new(TimeSpan.FromSeconds(1));
    private TaskReading? _read;
    private LinkChange? _links;
    private UnlinkedTray? _tray;
    private TaskTable? _table;
    private TaskResult? _open;
    private bool _openInTray;
    private bool _loaded;
    private bool _failed;
    private bool _reading;

    [Inject]
    public required TaskQueries Tasks { get; set; }

    [Inject]
    public required TaskLinks Links { get; set; }

    [Inject]
    public required UndoOffer Undo { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required ILogger<TasksPage> Logger { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? Result { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private TaskReading Read => _read ??= new TaskReading(Tasks, Time);

    protected override Task OnParametersSetAsync()
    {
        var filter = TaskListFilter.Read(Search, Result);
        return _echo.IsOvertaken(filter) ? Task.CompletedTask : FollowAsync(filter);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private async Task FollowAsync(TaskListFilter filter)
    {
        if (_state.Narrow(filter) && _loaded)
        {
            _open = null;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _reload.Started(Time.GetUtcNow());
        _loaded |= await TryAsync(Read.LoadAsync);
        StateHasChanged();
    }

    private Task<bool> LoadMoreAsync() => TryAsync(Read.MoreAsync);

    private async Task RefreshAsync()
    {
        _reload.Started(Time.GetUtcNow());
        await TryAsync(Read.RefreshAsync);
        StateHasChanged();
    }

    /// <summary>Runs a read; a failure is shown where the results would be and never ends the page.</summary>
    private async Task<bool> TryAsync(Func<TasksState, CancellationToken, Task> read)
    {
        _reading = true;
        try
        {
            await read(_state, _gone.Token);
            _failed = false;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception error)
        {
            Log.ReadFailed(Logger, error);
            _failed = true;
        }
        finally
        {
            _reading = false;
        }

        return !_failed;
    }

    /// <summary>The feed only says that there is a result: whether it is listed, and for which device, the database knows.</summary>
    private async Task ApplyAsync(FeedUpdate update)
    {
        if (update.Tasks.Count > 0 || Read.IsYesterday)
        {
            _reload.Want();
        }

        // Nothing moves under the hands of somebody who is naming a device.
        if (_loaded && !_failed && _open is null && _reload.IsDue(Time.GetUtcNow()))
        {
            await RefreshAsync();
        }
    }

    private Task GoAsync(TaskListFilter filter)
    {
        _echo.Ask(filter);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filter.Write()), replace: true);
        return FollowAsync(filter);
    }

    private async Task ToggleAsync(TaskResult task, bool inTray)
    {
        var closes = _open?.MessageId == task.MessageId && _openInTray == inTray;
        (_open, _openInTray) = (closes ? null : task, inTray);
        if (closes)
        {
            await ReachAsync(task, inTray);
        }
    }

    private async Task SkipAsync(TaskResult task)
    {
        _open = _state.NextUnlinked(task);
        if (_open is null)
        {
            await ReachAsync(task, inTray: true);
        }
    }

    /// <summary>What had the focus has just been closed: it goes to the row, or to the head of the tray.</summary>
    private async Task ReachAsync(TaskResult task, bool inTray)
    {
        if (inTray)
        {
            await (_tray?.FocusAsync() ?? Task.CompletedTask);
        }
        else
        {
            _table?.Reach(task);
        }
    }

    private Task LinkAsync((TaskResult Task, DeviceSnapshot Device) choice) => ChangeAsync(choice.Task, new(choice.Device.Sn, choice.Device.Name));

    private Task UnlinkAsync(TaskResult task) => ChangeAsync(task, null);

    private async Task ChangeAsync(TaskResult task, LinkedDevice? device)
    {
        _open = null;
        _links ??= new LinkChange(Links, Undo, Texts, Logger);
        await _links.ChangeAsync(task, device, LinkedAsync);
        await ReachAsync(task, _openInTray);
    }

    /// <summary>Called for the change and again when it is taken back, which may be after the page has gone.</summary>
    private Task LinkedAsync(TaskResult task, LinkedDevice? device) => _gone.IsCancellationRequested ? Task.CompletedTask : InvokeAsync(async () =>
    {
        _state.Link(task, device?.Sn, device?.Name);
        await RefreshAsync();
    });

    private void Key(KeyboardEventArgs key)
    {
        if (key is { CtrlKey: false, MetaKey: false, AltKey: false, Key: "j" or "J" or "k" or "K" })
        {
            _table?.Move(key.Key is "j" or "J" ? 1 : -1);
        }
    }
}
