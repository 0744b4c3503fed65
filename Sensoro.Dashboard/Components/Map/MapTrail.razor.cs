using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.History;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>The trail of one device on a map: the controls that play it, and the same places as a table.</summary>
public sealed partial class MapTrail : IAsyncDisposable
{
    /// <summary>So many seconds of the trail in one of the reader's.</summary>
    private static readonly int[] Speeds = [60, 600];

    private ElementReference _element;
    private (string Sn, TrailSpan Span) _shown;
    private string _zone = "";
    private bool _isTable;

    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>The map to draw on.</summary>
    [Parameter, EditorRequired]
    public required MapView Map { get; set; }

    [Parameter, EditorRequired]
    public required string Sn { get; set; }

    [Parameter]
    public string? Name { get; set; }

    [Parameter]
    public TrailSpan Span { get; set; }

    [Parameter]
    public EventCallback<TrailSpan> OnSpan { get; set; }

    /// <summary>Where a trail can be put away.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    public async ValueTask DisposeAsync() => await Map.HideTrailAsync();

    protected override void OnParametersSet() => _zone = WindowText.Zone(Time.LocalTimeZone, Time.GetUtcNow());

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_shown != (Sn, Span))
        {
            _shown = (Sn, Span);
            await Map.ShowTrailAsync(_element, Sn, TrailSpans.From(Span, Time), Span == TrailSpan.Day ? TrailSpans.Length : null);
        }
    }
}
