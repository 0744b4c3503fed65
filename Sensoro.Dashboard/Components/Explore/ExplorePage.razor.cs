using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Components.History;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Explore;

/// <summary>Any series beside any other. All that is chosen stands in the address, so that a link hands the picture over.</summary>
public sealed partial class ExplorePage
{
    private readonly AddressEcho<string> _echo = new();
    private ExploreState _state = ExploreState.None;
    private HistoryView _view = new();
    private IReadOnlyList<SeriesKey> _keys = [];
    private string? _loaded;

    [Inject]
    public required DeviceQueries Devices { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>The series, each as SN and metric.</summary>
    [SupplyParameterFromQuery(Name = "s")]
    public string[]? Series { get; set; }

    [SupplyParameterFromQuery(Name = "range")]
    public string? Range { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "compare")]
    public string? Compare { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "res")]
    public string? Resolution { get; set; }

    protected override Task OnParametersSetAsync()
    {
        if (_echo.IsOvertaken(Navigation.Uri))
        {
            return Task.CompletedTask;
        }

        _view = HistoryView.Read(TimeWindow.Read(Range, From, To), Compare, View, Resolution);
        _keys = ExploreAddress.Read(Series);
        return Named == _loaded ? Task.CompletedTask : LoadDevicesAsync();
    }

    private string Named => string.Join('\n', _keys.Select(SeriesText.Write));

    private Task LoadDevicesAsync() => LoadAsync(async gone =>
    {
        var (keys, named) = (_keys, Named);
        _loaded = named;
        var devices = new List<DeviceSnapshot>();
        foreach (var sn in keys.Select(static key => key.Sn).Distinct(StringComparer.Ordinal))
        {
            if (await Devices.FindAsync(sn, gone) is { } device)
            {
                devices.Add(device);
            }
        }

        // Something else may have been chosen meanwhile.
        if (named == Named)
        {
            _state = ExploreState.Of(keys, devices, CultureInfo.CurrentUICulture);
        }
    });

    private void Toggle(SeriesKey key) => Go(_keys.Contains(key) ? _keys.Where(one => one != key) : _keys.Append(key), _view);

    private void Show(HistoryView view) => Go(_keys, view);

    /// <summary>What is chosen before the address comes back from the browser is added to this.</summary>
    private void Go(IEnumerable<SeriesKey> keys, HistoryView view)
    {
        (_keys, _view) = ([.. keys.Take(SeriesRequest.MaxSeries)], view);
        var address = Navigation.ToAbsoluteUri(ExploreAddress.Of(Navigation, _keys, view)).AbsoluteUri;
        _echo.Ask(address);
        Navigation.NavigateTo(address, replace: true);
    }
}
