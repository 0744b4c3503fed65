using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>The map of the fleet, of one device, or small and quiet for the overview.</summary>
public sealed partial class MapView
{
    private ElementReference _element;
    private DotNetObjectReference<MapView>? _self;
    private object?[]? _trail;
    private bool _isStarted;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required IOptions<MapOptions> Options { get; set; }

    /// <summary><c>fleet</c>, <c>device</c> or <c>mini</c>.</summary>
    [Parameter, EditorRequired]
    public string Mode { get; set; } = "fleet";

    /// <summary>The device to follow, in mode <c>device</c>.</summary>
    [Parameter]
    public string? Sn { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>A device was chosen on the map; null when the choice was taken back.</summary>
    [Parameter]
    public EventCallback<string?> OnDeviceSelected { get; set; }

    /// <summary>The devices in view changed; at most 200 SNs.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<string>> OnViewChanged { get; set; }

    /// <summary>The map stands and listens; what was asked of it before went nowhere.</summary>
    [Parameter]
    public EventCallback OnReady { get; set; }

    /// <summary>The base map that is shown now; null for the offline map. The browser remembers which.</summary>
    [Parameter]
    public EventCallback<string?> OnBaseShown { get; set; }

    /// <summary>A device was put somewhere by hand; the place is in WGS-84.</summary>
    [Parameter]
    public EventCallback<(string Sn, GeoPoint Place)> OnPlaced { get; set; }

    /// <summary>The device that was to be placed is not.</summary>
    [Parameter]
    public EventCallback OnPlacingEnded { get; set; }

    public Task FitAllAsync() => CallAsync("fitAll");

    public Task SelectAsync(string? sn) => CallAsync("select", sn);

    public Task ZoomToAsync(string sn) => CallAsync("zoomTo", sn);

    public Task ZoomInAsync() => CallAsync("zoomIn");

    public Task ZoomOutAsync() => CallAsync("zoomOut");

    public Task FilterAsync(MapFilter filter) => CallAsync("setFilter", new
    {
        status = filter.Status is { } status ? DeviceStatuses.Text(status) : null,
        type = filter.Type,
        search = filter.Search,
        battery = filter.BatteryBelow,
        silent = (long?)filter.SilentFor?.TotalMilliseconds,
    });

    /// <param name="name">One of the configured base maps; null for the offline map.</param>
    public Task ChooseBaseAsync(string? name) => CallAsync("setBase", name);

    /// <summary>Draws where a device has been and gives life to the controls. A map that does not stand yet does it as soon as it does.</summary>
    /// <param name="controls">The frame that holds them.</param>
    /// <param name="sn">The device.</param>
    /// <param name="from">Where the trail begins.</param>
    /// <param name="length">How long it is when its beginning moves with the clock.</param>
    public Task ShowTrailAsync(ElementReference controls, string sn, DateTimeOffset from, TimeSpan? length)
    {
        _trail = [controls, new { sn, from = from.ToUnixTimeMilliseconds(), length = (long?)length?.TotalMilliseconds, timeZone = LocalTime.IanaZone(Time) }];
        return _isStarted ? CallAsync("showTrail", _trail) : Task.CompletedTask;
    }

    public Task HideTrailAsync()
    {
        _trail = null;
        return CallAsync("hideTrail");
    }

    /// <summary>Shows a cross; the next press on the map, or Enter, is where the device stands.</summary>
    public Task BeginPlacingAsync(string sn) => CallAsync("beginPlacing", sn);

    public Task PlaceHereAsync() => CallAsync("placeHere");

    public Task EndPlacingAsync() => CallAsync("endPlacing");

    /// <summary>Called by the map.</summary>
    [JSInvokable]
    public Task Placed(string sn, double longitude, double latitude) =>
        GeoPoint.TryCreate(longitude, latitude, out var place) ? InvokeAsync(() => OnPlaced.InvokeAsync((sn, place))) : Task.CompletedTask;

    /// <summary>Called by the map.</summary>
    [JSInvokable]
    public Task PlacingEnded() => InvokeAsync(OnPlacingEnded.InvokeAsync);

    /// <summary>Called by the map.</summary>
    [JSInvokable]
    public Task DeviceSelected(string? sn) => InvokeAsync(() => OnDeviceSelected.InvokeAsync(sn));

    /// <summary>Called by the map, at most a few times a second.</summary>
    [JSInvokable]
    public Task ViewChanged(IReadOnlyList<string> sns) => InvokeAsync(() => OnViewChanged.InvokeAsync(sns));

    /// <summary>Called by the map.</summary>
    [JSInvokable]
    public Task BaseShown(string? name) => InvokeAsync(() => OnBaseShown.InvokeAsync(name));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        await StartAsync("map", "createMap", _element, new
        {
            mode = Mode,
            sn = Sn,
            culture = CultureInfo.CurrentUICulture.Name,
            dotnet = _self,
            tiles = Options.Value.Tiles.Select(static tile => new { name = tile.Name, url = tile.Url, attribution = tile.Attribution, maxZoom = tile.MaxZoom, shifted = tile.ParsedDatum == CoordinateSystem.Gcj02 }),
            labels = new
            {
                title = Texts["Title"].Value,
                zoomIn = Texts["ZoomIn"].Value,
                zoomOut = Texts["ZoomOut"].Value,
                noWebGl = Texts["NoWebGl"].Value,
                devices = Texts["Devices", "{0}"].Value,
                sameSpot = Texts["SameSpot"].Value,
                more = Texts["More", "{0}"].Value,
                close = Texts["Close"].Value,
                noTiles = Texts["NoTiles"].Value,
                statuses = DeviceStatuses.All.ToDictionary(DeviceStatuses.Text, status => States[status.ToString()].Value, StringComparer.Ordinal),
            },
        });
        _isStarted = true;
        if (_trail is not null)
        {
            await CallAsync("showTrail", _trail);
        }

        if (HasFailed)
        {
            StateHasChanged();
        }
        else if (!IsDisposed)
        {
            await OnReady.InvokeAsync();
        }
    }

    protected override void OnDisposed() => _self?.Dispose();
}
