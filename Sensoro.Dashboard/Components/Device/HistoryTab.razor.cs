using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.Explore;
using Sensoro.Dashboard.Components.History;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The device's numbers and states over time: which of them and over what span stand in the address.</summary>
public sealed partial class HistoryTab
{
    private ChartMetrics _metrics = ChartMetrics.None;
    private IReadOnlyList<ChartSeries> _shown = [];
    private IReadOnlyList<SeriesKey> _keys = [];

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    /// <summary>Metrics to show; null for the main ones.</summary>
    [Parameter]
    public IReadOnlyCollection<string>? Metrics { get; set; }

    [Parameter]
    public HistoryView View { get; set; } = new();

    /// <summary>The same lines and span, to be put beside those of other devices.</summary>
    private string ExploreHref => ExploreAddress.Of(Navigation, _keys, View);

    protected override void OnParametersSet()
    {
        _metrics = ChartMetrics.Of(Device, CultureInfo.CurrentUICulture);
        _shown = _metrics.Chosen(Metrics);
        _keys = [.. _shown.Select(static series => new SeriesKey(series.Sn, series.Metric))];
    }

    private void Show(HistoryView view) => Change(view.Write());

    private void Toggle(ChartSeries series)
    {
        var metrics = _shown.Contains(series) ? _shown.Where(one => one != series) : _shown.Append(series);
        Change(new Dictionary<string, object?>(StringComparer.Ordinal) { ["m"] = metrics.Select(static one => one.Metric).ToArray() });
    }

    private void Change(IReadOnlyDictionary<string, object?> parameters) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(parameters), replace: true);
}
