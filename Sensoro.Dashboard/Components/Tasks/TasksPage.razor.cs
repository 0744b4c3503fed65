using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>How tasks ended, and which device each was for: SENSORO does not say, so staff do.</summary>
public sealed partial class TasksPage : IDisposable
{
    private const int TraySize = 30;

    private static readonly FeedFilter Results = new() { Tasks = true };
    private static readonly (TaskOutcome? Outcome, string Key)[] Cuts =
        [(null, "All"), (TaskOutcome.Failed, "Failed"), (TaskOutcome.Succeeded, "Succeeded"), (TaskOutcome.NotLinked, "NotLinked")];

    private readonly CancellationTokenSource _gone = new();
    private readonly TasksState _state = new();
    private readonly ReloadPace _reload = new(TimeSpan.FromSeconds(1));
    private TaskTable? _table;
    private TaskResult? _open;
    private DateTimeOffset _today;
    private bool _openInTray;
    private bool _loaded;
    private bool _failed;
    private bool _reading;

    [Inject]
    public required TaskQueries Tasks { get; set; }

    [Inject]
    public required TaskLinks Links { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

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

    protected override async Task OnParametersSetAsync()
    {
        if (_state.Narrow(TaskListFilter.Read(Search, Result)) && _loaded)
        {
            _open = null;
            await LoadAsync();
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private async Task LoadAsync()
    {
        var filter = _state.Filter;
        if (await ReadAsync(async () =>
        {
            var newest = await Tasks.ListAsync(filter.ToQuery(), 0, TasksState.PageSize, _gone.Token);
            await ReadBesideAsync();
            if (filter == _state.Filter)
            {
                _state.Show(newest);
            }
        }))
        {
            _loaded = true;
        }

        StateHasChanged();
    }

    private Task<bool> LoadMoreAsync() => ReadAsync(async () =>
    {
        var filter = _state.Filter;
        var older = await Tasks.ListAsync(filter.ToQuery(), _state.Rows.Count, TasksState.PageSize, _gone.Token);
        if (filter == _state.Filter)
        {
            _state.Append(older);
        }
    });

    private async Task RefreshAsync()
    {
        var filter = _state.Filter;
        await ReadAsync(async () =>
        {
            var newest = await Tasks.ListAsync(filter.ToQuery(), 0, TasksState.PageSize, _gone.Token);
            await ReadBesideAsync();
            if (filter == _state.Filter)
            {
                _state.Refresh(newest);
            }
        });
        StateHasChanged();
    }

    private async Task ReadBesideAsync()
    {
        _today = LocalDay.StartOfToday(Time);
        var counts = await Tasks.CountAsync(_today, _gone.Token);
        var unlinked = await Tasks.ListAsync(new TaskFilter { Outcome = TaskOutcome.NotLinked }, 0, TraySize, _gone.Token);
        _state.ShowBeside(counts, unlinked.Items);
        _reload.Done(Time.GetUtcNow());
    }

    /// <summary>Runs a read; a failure is shown where the results would be and never ends the page.</summary>
    private async Task<bool> ReadAsync(Func<Task> read)
    {
        _reading = true;
        try
        {
            await read();
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
        if (update.Tasks.Count > 0 || LocalDay.StartOfToday(Time) != _today)
        {
            _reload.Want();
        }

        if (_loaded && !_failed && _reload.IsDue(Time.GetUtcNow()))
        {
            await RefreshAsync();
        }
    }

    private void Go(TaskListFilter filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filter.Write()), replace: true);

    private void Toggle(TaskResult task, bool inTray)
    {
        _open = _open?.MessageId == task.MessageId && _openInTray == inTray ? null : task;
        _openInTray = inTray;
    }

    private void Skip(TaskResult task) => _open = _state.NextUnlinked(task);

    private Task LinkAsync((TaskResult Task, DeviceSnapshot Device) choice) => ChangeAsync(choice.Task, new(choice.Device.Sn, choice.Device.Name));

    private Task UnlinkAsync(TaskResult task) => ChangeAsync(task, null);

    private async Task ChangeAsync(TaskResult task, LinkedDevice? device)
    {
        _open = null;
        await new LinkChange(Links, Snackbar, Texts, Logger).ChangeAsync(task, device, LinkedAsync);
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
