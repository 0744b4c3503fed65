using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>The choice of a span of time. It only says what was chosen: the page keeps it in its address.</summary>
public sealed partial class RangeControl
{
    private TimeWindow? _earlier;
    private TimeWindow? _later;
    private string _text = "";
    private string _zone = "";
    private bool _isOpen;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public required TimeWindow Window { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<TimeWindow> OnChange { get; set; }

    /// <summary>What else belongs into the row.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void OnParametersSet()
    {
        var (now, zone) = (Time.GetUtcNow(), Time.LocalTimeZone);
        (_earlier, _later) = (Window.Step(-1, now, zone), Window.Step(1, now, zone));
        var isShown = Window.TryResolve(now, zone, out var range) == TimeRangeFault.None && Window.IsReadable;
        _text = isShown ? WindowText.Range(range, now, zone, CultureInfo.CurrentUICulture) : Texts["Custom"].Value;
        _zone = WindowText.Zone(zone, isShown ? range.From : now);
    }

    private void Toggle() => _isOpen = !_isOpen;

    private Task Choose(ChangeEventArgs change) => TimePreset.Find(change.Value as string) is { } preset ? OnChange.InvokeAsync(TimeWindow.Of(preset)) : Task.CompletedTask;

    // Not what was drawn but what is: a page may have stood open for a while.
    private Task StepAsync(int steps) => Window.Step(steps, Time.GetUtcNow(), Time.LocalTimeZone) is { } next ? OnChange.InvokeAsync(next) : Task.CompletedTask;

    private Task ApplyAsync(TimeWindow window)
    {
        _isOpen = false;
        return OnChange.InvokeAsync(window);
    }
}
