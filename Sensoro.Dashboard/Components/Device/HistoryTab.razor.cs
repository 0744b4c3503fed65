using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The device's numbers over time: which of them and how far back stand in the address.</summary>
public sealed partial class HistoryTab
{
    private ChartMetrics _metrics = ChartMetrics.None;
    private IReadOnlyList<ChartSeries> _shown = [];
    private HistorySpan _span = HistorySpan.Day;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    /// <summary>Metrics to show; null for the main ones.</summary>
    [Parameter]
    public IReadOnlyCollection<string>? Metrics { get; set; }

    [Parameter]
    public string? Range { get; set; }

    [Parameter]
    public string? View { get; set; }

    private bool IsTable => View == "table";

    /// <summary>A chart draws the lines and the span it was made with.</summary>
    private string ChartKey => _span.Text + "\n" + string.Join('\n', _shown.Select(static series => series.Metric));

    protected override void OnParametersSet()
    {
        _metrics = ChartMetrics.Of(Device, CultureInfo.CurrentUICulture);
        _shown = _metrics.Chosen(Metrics);
        _span = HistorySpan.Of(Range);
    }

    private void Show(HistorySpan span) => Change("range", span == HistorySpan.Day ? null : span.Text);

    private void ToggleTable() => Change("view", IsTable ? null : "table");

    private void Toggle(ChartSeries series)
    {
        var metrics = _shown.Contains(series) ? _shown.Where(one => one != series) : _shown.Append(series);
        Change("m", metrics.Select(static one => one.Metric).ToArray());
    }

    private void Change(string parameter, object? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = value }), replace: true);
}
