using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>One device of the list. It draws itself anew only when something about this device has changed.</summary>
public sealed partial class MapRow
{
    private ElementReference _element;
    private (DeviceSnapshot? Device, DeviceStatus Status, bool IsSelected) _drawn;
    private bool _hadFocus;

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    [Parameter, EditorRequired]
    public DeviceStatus Status { get; set; }

    [Parameter]
    public bool IsSelected { get; set; }

    /// <summary>The keyboard has come to this row.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    [Parameter]
    public EventCallback<string?> OnSelect { get; set; }

    protected override bool ShouldRender() => _drawn != (Device, Status, IsSelected) || TakesFocus != _hadFocus;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _drawn = (Device, Status, IsSelected);
        var takesFocus = TakesFocus && !_hadFocus;
        _hadFocus = TakesFocus;
        if (!takesFocus)
        {
            return;
        }

        try
        {
            await _element.FocusAsync();
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException or InvalidOperationException or TaskCanceledException)
        {
            // The browser is gone or has drawn something else.
        }
    }
}
