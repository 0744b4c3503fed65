using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;
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

    private bool IsTable => View == "table";

    protected override void OnInitialized() => _baseMaps = [.. Options.Value.Tiles.Select(static tile => tile.Name)];

    protected override async Task OnParametersSetAsync()
    {
        var filter = MapFilter.Of(Search, Status, Type, BatteryBelow, SilentFor);
        var isNew = filter != _state.Filter;
        var isOtherPart = PartOf(filter) != PartOf(_state.Filter);
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
            await FindSelectedAsync();
            await shown.SelectAsync(Sn);
        }

        if (_state.IsPart && isOtherPart)
        {
            await LoadFleetAsync();
        }
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
        if (_state.IsPart && Sn is { } sn && _state.Find(sn) is null && await Devices.FindAsync(sn, Gone) is { } device)
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
            _shownSn = Sn;
            await FilterAsync(map);
            await map.SelectAsync(Sn);
        }
    }

    private Task FilterAsync(MapView map) => map.FilterAsync(_state.Filter);

    private void ShowView(IReadOnlyList<string> sns)
    {
        _state.InView = sns;
        Arrange();
    }

    private void Narrow(MapFilter filter) => Go(filter.Write());

    private void ClearFilters() => Narrow(MapFilter.Everything);

    private void Select(string? sn)
    {
        // Enter on the selected row is a click as well, and must not call back the page it has just opened.
        if (sn != Sn)
        {
            Go(new Dictionary<string, object?>(StringComparer.Ordinal) { ["sn"] = sn });
        }
    }

    private void Unselect() => Select(null);

    /// <summary>The card makes room: the trail says whose it is.</summary>
    private void OpenTrail(string sn) => Go(new Dictionary<string, object?>(StringComparer.Ordinal) { ["trail"] = sn, ["over"] = null, ["sn"] = null });

    private void SetTrailSpan(TrailSpan span) => Go(new Dictionary<string, object?>(StringComparer.Ordinal) { ["over"] = span == TrailSpan.Day ? null : TrailSpans.Text(span) });

    private void CloseTrail() => Go(new Dictionary<string, object?>(StringComparer.Ordinal) { ["trail"] = null, ["over"] = null });

    private Task BeginPlacingAsync(string sn) => _placing is { } placing && _state.Find(sn) is { } device ? placing.BeginAsync(device) : Task.CompletedTask;

    private Task PlaceAsync((string Sn, GeoPoint Place) placed) =>
        _placing?.PlaceAsync(placed.Sn, _state.Find(placed.Sn)?.DisplayName ?? placed.Sn, placed.Place) ?? Task.CompletedTask;

    private void ShowBase(string? name) => _baseMap = name;

    private Task ChooseBaseAsync(string? name) => _map?.ChooseBaseAsync(name) ?? Task.CompletedTask;

    private void Open(string sn) => Navigation.NavigateTo("/devices/" + Uri.EscapeDataString(sn));

    private void ToggleTable() => Go(new Dictionary<string, object?>(StringComparer.Ordinal) { ["view"] = IsTable ? null : "table" });

    private void Go(IReadOnlyDictionary<string, object?> parameters) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(parameters), replace: true);

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
