using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Charts;

/// <summary>A history chart. Zooming is told to the page, which keeps the span in its address; without a listener the chart zooms by itself.</summary>
public sealed partial class HistoryChart
{
    private ElementReference _element;
    private DotNetObjectReference<HistoryChart>? _self;
    private string _shown = "";
    private bool _isStarted;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    [Parameter]
    public IReadOnlyList<ChartState> States { get; set; } = [];

    [Parameter]
    public ChartSpan Span { get; set; } = ChartSpan.Day;

    [Parameter]
    public bool Compare { get; set; }

    /// <summary>raw, an ISO 8601 duration, day or month; null for what fits.</summary>
    [Parameter]
    public string? Resolution { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public EventCallback<(DateTimeOffset From, DateTimeOffset To)> OnZoomIn { get; set; }

    [Parameter]
    public EventCallback OnZoomOut { get; set; }

    /// <summary>How many points of each series the chart has room for.</summary>
    [Parameter]
    public EventCallback<int> OnDrawn { get; set; }

    private string Title => string.Join(", ", Series.Select(static series => series.Label).Concat(States.Select(static state => state.Label)));

    /// <summary>All that decides what is drawn.</summary>
    private string Wanted => string.Join('\n', [
        .. Series.Select(static series => $"{series.Sn}\t{series.Metric}\t{series.Color}\t{series.IsDashed}\t{series.Label}"),
        .. States.Select(static state => $"{state.Sn}\t{state.Metric}\t{state.Label}"),
        Span.Length?.ToString() ?? $"{Milliseconds(Span.Range.From)}-{Milliseconds(Span.Range.To)}", Compare.ToString(), Resolution ?? "",
    ]);

    [JSInvokable]
    public Task ZoomIn(long from, long to) => from >= 0 && from < to && to < Milliseconds(DateTimeOffset.MaxValue)
        ? InvokeAsync(() => OnZoomIn.InvokeAsync((DateTimeOffset.FromUnixTimeMilliseconds(from), DateTimeOffset.FromUnixTimeMilliseconds(to))))
        : Task.CompletedTask;

    [JSInvokable]
    public Task ZoomOut() => InvokeAsync(() => OnZoomOut.InvokeAsync());

    [JSInvokable]
    public Task Drawn(int points) => InvokeAsync(() => OnDrawn.InvokeAsync(points));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await StartAsync();
        }
        else if (_isStarted && _shown != Wanted)
        {
            await ShowAsync();
        }
    }

    protected override void OnDisposed() => _self?.Dispose();

    private static long Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static object? Ends(TimeRange? range) => range is { } known ? new { from = Milliseconds(known.From), to = Milliseconds(known.To) } : null;

    private async Task StartAsync()
    {
        _shown = Wanted;
        _self = OnZoomIn.HasDelegate ? DotNetObjectReference.Create(this) : null;
        await StartAsync("charts", "createHistory", _element, new Dictionary<string, object?>(Request(), StringComparer.Ordinal)
        {
            ["culture"] = CultureInfo.CurrentUICulture.Name,
            ["timeZone"] = LocalTime.IanaZone(Time),
            ["dotnet"] = _self,
            ["labels"] = Labels(),
        });
        _isStarted = true;
        if (HasFailed)
        {
            StateHasChanged();
        }
        else if (_shown != Wanted)
        {
            await ShowAsync();
        }
    }

    private Task<bool> ShowAsync()
    {
        _shown = Wanted;
        return CallAsync("show", Request());
    }

    private Dictionary<string, object?> Request() => new(StringComparer.Ordinal)
    {
        ["series"] = Series.Select(static series => new { sn = series.Sn, metric = series.Metric, label = series.Label, unit = series.Unit, decimals = series.Decimals, color = series.Color, dashed = series.IsDashed }),
        ["states"] = States.Select(static state => new { sn = state.Sn, metric = state.Metric, label = state.Label, activeWord = state.ActiveWord, clearWord = state.ClearWord, tone = state.Tone }),
        ["window"] = Span.Length is { } length ? new { span = (long)length.TotalMilliseconds } : Ends(Span.Range),
        ["compare"] = Compare,
        ["before"] = Ends(Span.Before),
        ["resolution"] = Resolution,
    };

    private Dictionary<string, string> Labels() => new(StringComparer.Ordinal)
    {
        ["empty"] = Texts["Empty"],
        ["failed"] = Texts["Failed"],
        ["refused"] = Texts["Refused"],
        ["loading"] = Texts["Loading"],
        ["noData"] = Texts["NoData"],
        ["bucketed"] = Texts["Bucketed"],
        ["raw"] = Texts["Raw"],
        ["daily"] = Texts["Daily"],
        ["monthly"] = Texts["Monthly"],
        ["late"] = Texts["Late"],
        ["lateBy"] = Texts["LateBy"],
        ["before"] = Texts["Before"],
        ["stateTotals"] = Texts["StateTotals"],
        ["never"] = Texts["Never"],
        ["changes"] = Texts["Changes"],
        ["title"] = Title,
    };
}
