using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>The map of the fleet, of one device, or small and quiet for the overview.</summary>
public sealed partial class MapView
{
    private ElementReference _element;
    private DotNetObjectReference<MapView>? _self;

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

    public Task FitAllAsync() => CallAsync("fitAll");

    public Task SelectAsync(string? sn) => CallAsync("select", sn);

    public Task ZoomToAsync(string sn) => CallAsync("zoomTo", sn);

    public Task ZoomInAsync() => CallAsync("zoomIn");

    public Task ZoomOutAsync() => CallAsync("zoomOut");

    /// <param name="status">Text of a status, or null for all.</param>
    /// <param name="type">Device type, or null for all.</param>
    /// <param name="search">Part of the SN or name, or null for all.</param>
    public Task FilterAsync(string? status, string? type, string? search) => CallAsync("setFilter", new { status, type, search });

    /// <summary>Called by the map.</summary>
    [JSInvokable]
    public Task DeviceSelected(string? sn) => InvokeAsync(() => OnDeviceSelected.InvokeAsync(sn));

    /// <summary>Called by the map, at most a few times a second.</summary>
    [JSInvokable]
    public Task ViewChanged(IReadOnlyList<string> sns) => InvokeAsync(() => OnViewChanged.InvokeAsync(sns));

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
                statuses = DeviceStatuses.All.ToDictionary(DeviceStatuses.Text, status => States[status.ToString()].Value, StringComparer.Ordinal),
            },
        });
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
