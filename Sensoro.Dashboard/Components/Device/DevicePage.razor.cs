using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.History;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The route of one device. Whatever characters its serial number has, the address finds it.</summary>
public sealed partial class DevicePage
{
    private string _sn = "";
    private HistoryView _view = new();

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>What routing made of the serial number. Only claims the route: see <see cref="DeviceAddress"/>.</summary>
    [Parameter]
    public string? Sn { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    /// <summary>Metrics of the history chart.</summary>
    [SupplyParameterFromQuery(Name = "m")]
    public string[]? Metrics { get; set; }

    /// <summary>Span of the history: a preset, or two times.</summary>
    [SupplyParameterFromQuery(Name = "range")]
    public string? Range { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "compare")]
    public string? Compare { get; set; }

    /// <summary><c>table</c>, or null for the chart.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "res")]
    public string? Resolution { get; set; }

    protected override void OnParametersSet()
    {
        _sn = DeviceAddress.SnIn(Navigation);
        _view = HistoryView.Read(TimeWindow.Read(Range, From, To), Compare, View, Resolution);
    }
}
