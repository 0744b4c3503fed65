using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>All devices in one list: who needs someone, and everything else to be found by SN or name.</summary>
public sealed partial class DevicesPage
{
    private static readonly FeedFilter Fleet = new() { Fleet = true };

    private readonly DevicesState _state = new();
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

    private string Size => _state.Total is not { } total ? ""
        : (_state.Filter.IsNarrowed ? Texts["SomeOf", Number(total), Number(_state.Counts.Total)].Value : Texts["AllOf", Number(total)].Value)
        + (_state.Filter.Sort == DeviceSort.StatusThenSn ? Texts["SortedByState"].Value : "");

    /// <summary>The export page with the devices that are listed here.</summary>
    private string ExportAddress => Navigation.GetUriWithQueryParameters(
        "/exports", DeviceListAddress.Write(_state.Filter with { Sort = DeviceSort.StatusThenSn, Descending = false }));

    protected override async Task OnParametersSetAsync()
    {
        if (_state.Narrow(DeviceListAddress.Read(Search, Status, Type, Tag, View, Sort, string.Equals(Desc, "true", StringComparison.OrdinalIgnoreCase))) && _grid is not null)
        {
            await _grid.ReloadAsync();
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private async Task LoadAsync()
    {
        try
        {
            _state.Counts = await FleetCounts.CountAsync(Time.GetUtcNow(), CancellationToken.None);
            _types = await Devices.TypesAsync(CancellationToken.None);
            _tags = await Devices.TagsAsync(CancellationToken.None);
            (_loaded, _failed) = (true, false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Fail(error);
        }

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
            Fail(error);
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
    private async Task LoadTypesAsync()
    {
        try
        {
            _types = await Devices.TypesAsync(CancellationToken.None);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.ReadFailed(Logger, error);
        }
    }

    /// <summary>Chooses every device of the list, as far as one change may reach.</summary>
    private async Task ChooseAllAsync()
    {
        try
        {
            var (sns, last) = (new List<string>(), 0L);
            while (sns.Count < DeviceEdits.MostAtOnce
                && await Devices.WalkAsync(_state.Filter.ToQuery(), last, DeviceQueries.MaxPageSize, CancellationToken.None) is { Count: > 0 } next)
            {
                sns.AddRange(next.Select(static device => device.Sn));
                last = next[^1].Id;
            }

            _state.ChooseOnly(sns);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Fail(error);
        }
    }

    /// <summary>Tags have been changed; which are in use, and which devices the list holds, may be others now.</summary>
    private async Task TaggedAsync()
    {
        try
        {
            _tags = await Devices.TagsAsync(CancellationToken.None);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.ReadFailed(Logger, error);
        }

        if (_grid is not null)
        {
            await _grid.ReloadAsync();
        }
    }

    private void Fail(Exception error)
    {
        Log.ReadFailed(Logger, error);
        _failed = true;
    }

    private async Task RetryAsync()
    {
        _failed = false;
        await LoadAsync();
    }

    /// <summary>The address is the state: the page follows it.</summary>
    private void Go(DeviceListFilter filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(DeviceListAddress.Write(filter)), replace: true);

    /// <summary>The button that clears goes away with the filters; the focus must not go with it.</summary>
    private async Task ClearAsync()
    {
        Go(_state.Filter.Cleared());
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
