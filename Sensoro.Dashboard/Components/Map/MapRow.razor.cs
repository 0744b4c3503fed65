using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sensoro.Dashboard.Components.Devices;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>One device of the list. It draws itself anew only when something about this device has changed.</summary>
public sealed partial class MapRow
{
    private ElementReference _element;
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

    /// <summary>Enter on the row that is selected already.</summary>
    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    protected override object Shown => (Device, Status, IsSelected, TakesFocus);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var takesFocus = TakesFocus && !_hadFocus;
        _hadFocus = TakesFocus;
        if (takesFocus)
        {
            await Focus.TryAsync(_element);
        }
    }

    private Task OpenAsync(KeyboardEventArgs key) => key.Key == "Enter" && IsSelected ? OnOpen.InvokeAsync(Device.Sn) : Task.CompletedTask;
}
