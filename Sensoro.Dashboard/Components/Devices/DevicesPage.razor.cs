using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Components.QrLabels;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>All devices in one list: who needs someone, and everything else to be found by SN or name.</summary>
public sealed partial class DevicesPage
{
    private static readonly FeedFilter Fleet = new() { Fleet = true };

    private readonly DevicesState _state = new();
    private readonly AddressEcho<DeviceListChoice> _echo = new();
    private DeviceListChoice _choice = DeviceListChoice.Everything;
    private IReadOnlyList<string> _types = [];
    private IReadOnlyList<string> _tags = [];
    private DeviceGrid? _grid;
    private ElementReference _page;
    private bool _loaded;
    private bool _failed;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required FleetQueries FleetCounts { get; set; }

    [Inject]
    public required LookMemory Memory { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required ILogger<DevicesPage> Logger { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    [SupplyParameterFromQuery]
    public string? Type { get; set; }

    [SupplyParameterFromQuery]
    public string? Tag { get; set; }

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Desc { get; set; }

    [SupplyParameterFromQuery]
    public string? Cols { get; set; }

    [SupplyParameterFromQuery]
    public string? Density { get; set; }

    /// <summary>What the address leaves open is as the reader had it last.</summary>
    private DeviceListLook Look => _choice.Look.Or(Memory.Look);

    private string Size => _state.Total is not { } total ? ""
        : (_state.Filter.IsNarrowed ? Texts["SomeOf", Number(total), Number(_state.Counts.Total)].Value : Texts["AllOf", Number(total)].Value)
        + (_state.Filter.Sort == DeviceSort.StatusThenSn ? Texts["SortedByState"].Value : "");

    /// <summary>The export page with the devices that are listed here.</summary>
    private string ExportAddress => Navigation.GetUriWithQueryParameters(
        "/exports", DeviceListAddress.Write(_state.Filter with { Sort = DeviceSort.StatusThenSn, Descending = false }));

    /// <summary>Labels of what is chosen; a list that is chosen as a whole is named by its filter.</summary>
    private string LabelsAddress => _state.Chosen.Count == _state.Total ? QrLabelsAddress.Of(_state.Filter) : QrLabelsAddress.Of(_state.Chosen);

    protected override async Task OnParametersSetAsync()
    {
        var choice = new DeviceListChoice(DeviceListAddress.Read(Search, Status, Type, Tag, View, Sort, DeviceListChoice.IsTrue(Desc)), DeviceLookText.Read(Cols, Density));
        if (!_echo.IsOvertaken(choice))
        {
            await FollowAsync(choice);
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private async Task FollowAsync(DeviceListChoice choice)
    {
        var columns = Look.ShownColumns;
        _choice = choice;

        // With other columns comes another grid, which reads by itself.
        if (_state.Narrow(_choice.Filter) && _grid is not null && Look.ShownColumns == columns)
        {
            await _grid.ReloadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _failed = !await TryAsync(async () =>
        {
            _state.Counts = await FleetCounts.CountAsync(Time.GetUtcNow(), CancellationToken.None);
            _types = await Devices.TypesAsync(CancellationToken.None);
            _tags = await Devices.TagsAsync(CancellationToken.None);
            _loaded = true;
        });
        StateHasChanged();
    }

    private async Task<GridData<DeviceListRow>> ReadAsync(GridStateVirtualize<DeviceListRow> window, CancellationToken cancellationToken)
    {
        _state.BeginRead(Time.GetUtcNow());
        try
        {
            var page = await Devices.ListAsync(_state.Filter.ToQuery(), window.StartIndex, Math.Max(1, window.Count), cancellationToken);

            // Before it has been measured the grid asks for no rows at all: it only wants to know how many there are.
            var rows = window.Count > 0 ? _state.Show(window.StartIndex, page) : [];
            StateHasChanged();
            return new GridData<DeviceListRow> { Items = rows, TotalItems = page.Total };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.ReadFailed(Logger, error);
            _failed = true;
            StateHasChanged();
            return new GridData<DeviceListRow> { Items = [], TotalItems = 0 };
        }
        finally
        {
            _state.EndRead();
        }
    }

    private async Task ApplyAsync(FeedUpdate update)
    {
        var before = _state.Counts.Total;
        var now = Time.GetUtcNow();
        _state.Apply(update, now);
        if (_grid is not null && _state.IsReloadDue(now))
        {
            await _grid.ReloadAsync();
        }

        if (_state.Counts.Total != before)
        {
            await LoadTypesAsync();
        }

        StateHasChanged();
    }

    /// <summary>A new device may bring a new type.</summary>
    private Task<bool> LoadTypesAsync() => TryAsync(async () => _types = await Devices.TypesAsync(CancellationToken.None));

    /// <summary>Chooses every device of the list, as far as one change may reach.</summary>
    private async Task ChooseAllAsync() =>
        _failed = !await TryAsync(async () => _state.ChooseOnly(await Devices.SnsAsync(_state.Filter.ToQuery(), DeviceEdits.MostAtOnce, CancellationToken.None)));

    /// <summary>Tags have been changed; which are in use, and which devices the list holds, may be others now.</summary>
    private async Task TaggedAsync()
    {
        await TryAsync(async () => _tags = await Devices.TagsAsync(CancellationToken.None));
        if (_grid is not null)
        {
            await _grid.ReloadAsync();
        }
    }

    /// <summary>Runs a read; false when it failed.</summary>
    private async Task<bool> TryAsync(Func<Task> read)
    {
        try
        {
            await read();
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.ReadFailed(Logger, error);
            return false;
        }
    }

    private async Task RetryAsync()
    {
        _failed = false;
        await LoadAsync();
    }

    /// <summary>
    /// The address is the state, but it comes back from the browser only after a while: the page does not wait for it, or what is chosen
    /// meanwhile would undo this.
    /// </summary>
    private Task GoToAsync(DeviceListChoice choice)
    {
        _echo.Ask(choice);
        Navigation.NavigateTo(choice.Address, replace: true);
        return FollowAsync(choice);
    }

    private Task GoAsync(DeviceListFilter filter) => GoToAsync(_choice with { Filter = filter });

    private Task ShowAsync(DeviceColumns? columns) => LayOutAsync(look => look with { Columns = columns });

    private Task SpaceAsync(DeviceDensity? density) => LayOutAsync(look => look with { Density = density });

    /// <summary>The address says how the list is laid out, and the browser remembers it for the next visit.</summary>
    private async Task LayOutAsync(Func<DeviceListLook, DeviceListLook> change)
    {
        await GoToAsync(_choice with { Look = change(_choice.Look) });
        await Memory.KeepAsync(change(Memory.Look));
    }

    /// <summary>The button that clears goes away with the filters; the focus must not go with it.</summary>
    private async Task ClearAsync()
    {
        await GoAsync(_state.Filter.Cleared());
        await Focus.TryAsync(_page);
    }

    private void Key(KeyboardEventArgs key)
    {
        if (key is not { CtrlKey: false, MetaKey: false, AltKey: false })
        {
            return;
        }

        switch (key.Key)
        {
            case "j" or "J" or "k" or "K":
                _grid?.Move(key.Key is "j" or "J" ? 1 : -1);
                break;
            case "x" or "X" when _state.Selected is { } sn:
                _state.Choose(sn, !_state.IsChosen(sn));
                break;
        }
    }
}
