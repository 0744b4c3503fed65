using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>
/// The fleet on a map and, beside it, the list of what is in view. JavaScript draws and feeds the map; this page draws the list,
/// the card and the table from the same news. Filter, selection and trail stand in the address.
/// </summary>
public sealed partial class MapPage
{
    private static readonly FeedFilter Listening = new() { Fleet = true };

    /// <summary>Devices become late or lost without a word from anybody, so the page looks at the clock now and then.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    /// <summary>Who is among the most urgent of a large fleet changes, even without news of them.</summary>
    private static readonly TimeSpan PartLasts = TimeSpan.FromMinutes(5);

    private readonly MapState _state = new();
    private readonly AddressEcho<MapChoice> _echo = new();
    private MapChoice _choice = MapChoice.Everything;
    private MapView? _map;
    private MapPlacing? _placing;
    private IReadOnlyList<DeviceSnapshot> _rows = [];
    private IReadOnlyList<DeviceSnapshot> _unplaced = [];
    private IReadOnlyList<string> _baseMaps = [];
    private string? _baseMap;
    private int _matching;
    private DateTimeOffset _now;
    private DateTimeOffset _loadedAt;
    private string? _shownSn;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required IOptions<MapOptions> Options { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    /// <summary>Percent.</summary>
    [SupplyParameterFromQuery(Name = "battery")]
    public string? BatteryBelow { get; set; }

    [SupplyParameterFromQuery(Name = "silent")]
    public string? SilentFor { get; set; }

    /// <summary>The device whose trail is shown.</summary>
    [SupplyParameterFromQuery(Name = "trail")]
    public string? TrailSn { get; set; }

    /// <summary>How far back the trail goes.</summary>
    [SupplyParameterFromQuery(Name = "over")]
    public string? Over { get; set; }

    /// <summary>The selected device.</summary>
    [SupplyParameterFromQuery(Name = "sn")]
    public string? Sn { get; set; }

    /// <summary><c>table</c>, or null for the map.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    protected override void OnInitialized() => _baseMaps = [.. Options.Value.Tiles.Select(static tile => tile.Name)];

    protected override Task OnParametersSetAsync()
    {
        var choice = MapChoice.Read(MapFilter.Of(Search, Status, Type, BatteryBelow, SilentFor), Sn, TrailSn, Over, View);
        return _echo.IsOvertaken(choice) ? Task.CompletedTask : FollowAsync(choice);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = WatchClockAsync();
        }
    }

    private static MapPart PartOf(MapFilter filter) => new() { Status = filter.Status, DeviceType = filter.Type };

    private static string Count(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private async Task FollowAsync(MapChoice choice)
    {
        var isNew = choice.Filter != _state.Filter;
        var isOtherPart = PartOf(choice.Filter) != PartOf(_state.Filter);
        _choice = choice;
        _state.Filter = choice.Filter;
        if (choice.IsTable)
        {
            _state.InView = null;
        }

        Arrange();
        if (_map is { } map && isNew)
        {
            await FilterAsync(map);
        }

        if (_map is { } shown && _choice.Sn != _shownSn)
        {
            _shownSn = _choice.Sn;
            await FindSelectedAsync();
            await shown.SelectAsync(_choice.Sn);
        }

        if (_state.IsPart && isOtherPart)
        {
            await LoadFleetAsync();
        }
    }

    private Task LoadFleetAsync() => LoadAsync(async gone =>
    {
        _loadedAt = Time.GetUtcNow();
        MapPart part;
        MapFleet fleet;
        do
        {
            part = PartOf(_state.Filter);
            fleet = await Devices.ForMapAsync(part, gone);
        }
        while (part != PartOf(_state.Filter));

        _state.Load(fleet);
        if (fleet.IsPart)
        {
            _state.AddTypes(await Devices.TypesAsync(gone));
        }

        Arrange();
    });

    private Task ApplyAsync(FeedUpdate update)
    {
        if (_state.Apply(update, Time.GetUtcNow()))
        {
            Arrange();
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    /// <summary>Of a fleet that is too large somebody may choose a device that did not come with the others.</summary>
    private async Task FindSelectedAsync()
    {
        if (_state.IsPart && _choice.Sn is { } sn && _state.Find(sn) is null && await Devices.FindAsync(sn, Gone) is { } device)
        {
            _state.Admit(device);
            Arrange();
        }
    }

    private async Task WatchClockAsync()
    {
        using var timer = new PeriodicTimer(Pace, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Gone))
            {
                await InvokeAsync(LookAtClockAsync);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The reader has left.
        }
    }

    private async Task LookAtClockAsync()
    {
        if (_state.IsPart && Time.GetUtcNow() - _loadedAt >= PartLasts)
        {
            await LoadFleetAsync();
        }

        Arrange();
        StateHasChanged();
    }

    private void Arrange()
    {
        _now = Time.GetUtcNow();
        _rows = _state.Rows(_now);
        _unplaced = _state.WithoutPosition(_now);
        _matching = _state.CountPlaced(_now);
    }

    /// <summary>A map that has just been made knows neither the filter nor the selection of the address.</summary>
    private async Task SetUpMapAsync()
    {
        if (_map is { } map)
        {
            _shownSn = _choice.Sn;
            await FilterAsync(map);
            await map.SelectAsync(_choice.Sn);
        }
    }

    private Task FilterAsync(MapView map) => map.FilterAsync(_state.Filter);

    private void ShowView(IReadOnlyList<string> sns)
    {
        _state.InView = sns;
        Arrange();
    }

    private Task NarrowAsync(MapFilter filter) => GoAsync(_choice with { Filter = filter });

    private Task ClearFiltersAsync() => NarrowAsync(MapFilter.Everything);

    /// <summary>Enter on the selected row is a click as well, and must not call back the page it has just opened.</summary>
    private Task SelectAsync(string? sn) => sn == _choice.Sn ? Task.CompletedTask : GoAsync(_choice with { Sn = sn });

    private Task UnselectAsync() => SelectAsync(null);

    /// <summary>The card makes room: the trail says whose it is.</summary>
    private Task OpenTrailAsync(string sn) => GoAsync(_choice with { TrailSn = sn, TrailSpan = TrailSpan.Day, Sn = null });

    private Task SetTrailSpanAsync(TrailSpan span) => GoAsync(_choice with { TrailSpan = span });

    private Task CloseTrailAsync() => GoAsync(_choice with { TrailSn = null, TrailSpan = TrailSpan.Day });

    private Task BeginPlacingAsync(string sn) => _placing is { } placing && _state.Find(sn) is { } device ? placing.BeginAsync(device) : Task.CompletedTask;

    private Task PlaceAsync((string Sn, GeoPoint Place) placed) =>
        _placing?.PlaceAsync(placed.Sn, _state.Find(placed.Sn)?.DisplayName ?? placed.Sn, placed.Place) ?? Task.CompletedTask;

    private void ShowBase(string? name) => _baseMap = name;

    private Task ChooseBaseAsync(string? name) => _map?.ChooseBaseAsync(name) ?? Task.CompletedTask;

    private void Open(string sn) => Navigation.NavigateTo("/devices/" + Uri.EscapeDataString(sn));

    private Task ToggleTableAsync() => GoAsync(_choice with { IsTable = !_choice.IsTable });

    private Task GoAsync(MapChoice choice)
    {
        _echo.Ask(choice);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(choice.Write()), replace: true);
        return FollowAsync(choice);
    }

    private Task FitAllAsync() => _map?.FitAllAsync() ?? Task.CompletedTask;

    private Task ZoomInAsync() => _map?.ZoomInAsync() ?? Task.CompletedTask;

    private Task ZoomOutAsync() => _map?.ZoomOutAsync() ?? Task.CompletedTask;

    private Task ZoomToAsync(string sn) => _map?.ZoomToAsync(sn) ?? Task.CompletedTask;

    private Task CloseOnEscapeAsync(KeyboardEventArgs key) => key.Key == "Escape" ? UnselectAsync() : Task.CompletedTask;
}
