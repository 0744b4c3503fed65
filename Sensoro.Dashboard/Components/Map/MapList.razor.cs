using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>The devices in view, worst first. J and K walk through them, Enter opens the selected one.</summary>
public sealed partial class MapList
{
    private string? _focused;

    [Parameter, EditorRequired]
    public IReadOnlyList<DeviceSnapshot> Rows { get; set; } = [];

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Devices there are, in view or not.</summary>
    [Parameter]
    public int Total { get; set; }

    [Parameter]
    public bool IsLoaded { get; set; }

    [Parameter]
    public bool HasFailed { get; set; }

    /// <summary>False while no map has said what is in view.</summary>
    [Parameter]
    public bool KnowsView { get; set; }

    [Parameter]
    public bool IsFiltered { get; set; }

    /// <summary>Devices on the map that pass the filter, in view or not.</summary>
    [Parameter]
    public int Matching { get; set; }

    [Parameter]
    public EventCallback<string?> OnSelect { get; set; }

    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }

    [Parameter]
    public EventCallback OnClear { get; set; }

    [Parameter]
    public EventCallback OnFitAll { get; set; }

    private string CountText => !IsLoaded ? "…"
        : Rows.Count >= MapState.MostInView ? Texts["ManyInView", MapState.MostInView]
        : Texts[KnowsView ? "InView" : "ListedDevices", Rows.Count];

    private async Task MoveAsync(KeyboardEventArgs key)
    {
        var step = key.Key switch
        {
            "j" or "J" or "ArrowDown" => 1,
            "k" or "K" or "ArrowUp" => -1,
            _ => 0,
        };
        if (step == 0 || Rows.Count == 0)
        {
            return;
        }

        var at = Array.FindIndex([.. Rows], device => device.Sn == Selected);
        var next = Rows[Math.Clamp(at + step, 0, Rows.Count - 1)].Sn;
        _focused = next;
        await OnSelect.InvokeAsync(next);
    }
}
