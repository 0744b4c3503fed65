using Microsoft.JSInterop;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>The layout that a reader wants to find again: known from the cookies when the circuit opens, written back by the browser's script.</summary>
public sealed class LookMemory(IJSRuntime js)
{
    public DeviceListLook Look { get; private set; } = LookCookies.Look;

    /// <summary>Remembers a layout. A browser that cannot keeps it until the page is left.</summary>
    public async Task KeepAsync(DeviceListLook look)
    {
        Look = look;
        try
        {
            await js.InvokeVoidAsync("sensoroMemory.keep", LookCookies.Columns, DeviceLookText.Text(look.Columns));
            await js.InvokeVoidAsync("sensoroMemory.keep", LookCookies.Density, DeviceLookText.Text(look.Density));
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException or TaskCanceledException or InvalidOperationException)
        {
            // The browser is gone or refuses.
        }
    }
}
