using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>
/// The fleet on a map and, beside it, the list of what is in view. JavaScript draws and feeds the map; this page draws the list,
/// the card and the table from the same news. Filter and selection stand in the address.
/// </summary>
public sealed partial class MapPage
{
    private static readonly FeedFilter Listening = new() { Fleet = true };

    /// <summary>Devices become late or lost without a word from anybody, so the page looks at the clock now and then.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly MapState _state = new();
    private MapView? _map;
    private IReadOnlyList<DeviceSnapshot> _rows = [];
    private IReadOnlyList<DeviceSnapshot> _unplaced = [];
    private DateTimeOffset _now;
    private string? _shownSn;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    /// <summary>The selected device.</summary>
    [SupplyParameterFromQuery(Name = "sn")]
    public string? Sn { get; set; }

    /// <summary><c>table</c>, or null for the map.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    private bool IsTable => View == "table";

    protected override async Task OnParametersSetAsync()
    {
        var filter = MapFilter.Of(Search, Status, Type);
        var isNew = filter != _state.Filter;
        _state.Filter = filter;
        if (IsTable)
        {
            _state.InView = null;
        }

        Arrange();
        if (_map is { } map && isNew)
        {
            await FilterAsync(map);
        }

        if (_map is { } shown && Sn != _shownSn)
        {
            _shownSn = Sn;
            await shown.SelectAsync(Sn);
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = WatchClockAsync();
        }
    }

    private Task LoadFleetAsync() => LoadAsync(async gone =>
    {
        _state.Load(await Devices.ForMapAsync(gone));
        Arrange();
    });

    private Task ApplyAsync(FeedUpdate update)
    {
        if (_state.Apply(update))
        {
            Arrange();
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private async Task WatchClockAsync()
    {
        using var timer = new PeriodicTimer(Pace, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Gone))
            {
                await InvokeAsync(() =>
                {
                    Arrange();
                    StateHasChanged();
                });
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The reader has left.
        }
    }

    private void Arrange()
    {
        _now = Time.GetUtcNow();
        _rows = _state.Rows(_now);
        _unplaced = _state.WithoutPosition(_now);
    }

    /// <summary>A map that has just been made knows neither the filter nor the selection of the address.</summary>
    private async Task SetUpMapAsync()
    {
        if (_map is { } map)
        {
            _shownSn = Sn;
            await FilterAsync(map);
            await map.SelectAsync(Sn);
        }
    }

    private Task FilterAsync(MapView map) =>
        map.FilterAsync(_state.Filter.Status is { } status ? DeviceStatuses.Text(status) : null, _state.Filter.Type, _state.Filter.Search);

    private void ShowView(IReadOnlyList<string> sns)
    {
        _state.InView = sns;
        Arrange();
    }

    private void Narrow(MapFilter filter) => Go(new(StringComparer.Ordinal)
    {
        ["q"] = filter.Search,
        ["status"] = filter.Status is { } status ? DeviceStatuses.Text(status) : null,
        ["type"] = filter.Type,
    });

    private void ClearFilters() => Narrow(MapFilter.Everything);

    private void Select(string? sn)
    {
        // Enter on the selected row is a click as well, and must not call back the page it has just opened.
        if (sn != Sn)
        {
            Go(new(StringComparer.Ordinal) { ["sn"] = sn });
        }
    }

    private void Unselect() => Select(null);

    private void Open(string sn) => Navigation.NavigateTo("/devices/" + Uri.EscapeDataString(sn));

    private void ToggleTable() => Go(new(StringComparer.Ordinal) { ["view"] = IsTable ? null : "table" });

    private void Go(Dictionary<string, object?> parameters) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(parameters), replace: true);

    private Task FitAllAsync() => _map?.FitAllAsync() ?? Task.CompletedTask;

    private Task ZoomInAsync() => _map?.ZoomInAsync() ?? Task.CompletedTask;

    private Task ZoomOutAsync() => _map?.ZoomOutAsync() ?? Task.CompletedTask;

    private Task ZoomToAsync(string sn) => _map?.ZoomToAsync(sn) ?? Task.CompletedTask;

    private void CloseOnEscape(KeyboardEventArgs key)
    {
        if (key.Key == "Escape" && Sn is not null)
        {
            Unselect();
        }
    }
}
