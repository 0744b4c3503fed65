using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Components.History;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>All there is to see of one device. A serial number nobody has heard of is listened for: its first push opens the page.</summary>
public sealed partial class DeviceBoard
{
    private DeviceState _state = new("");
    private FeedFilter _filter = FeedFilter.CountsOnly;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public string Sn { get; set; } = "";

    [Parameter]
    public IReadOnlyCollection<string>? Metrics { get; set; }

    /// <summary>How the history looks back.</summary>
    [Parameter]
    public HistoryView View { get; set; } = new();

    [Parameter]
    public DeviceTab Tab { get; set; }

    protected override void OnInitialized()
    {
        _state = new DeviceState(Sn);
        _filter = new FeedFilter { Sn = Sn };
    }

    /// <summary>A number with a blank pasted along, or in small letters, leads to the device that is meant; what else the address says stays.</summary>
    private Task LoadDeviceAsync() => LoadAsync(async gone =>
    {
        _state.Load(await Devices.FindAsync(Sn, gone));
        if (_state.Device is null && await DeviceLookup.ExactAsync(Devices, Sn, gone) is { } meant)
        {
            Navigation.NavigateTo(DeviceAddress.Of(meant) + new Uri(Navigation.Uri).Query, replace: true);
        }
    });

    private Task ApplyAsync(FeedUpdate update)
    {
        if (_state.Apply(update))
        {
            StateHasChanged();
        }

        return Task.CompletedTask;
    }
}
