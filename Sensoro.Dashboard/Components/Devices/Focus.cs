using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Moves the browser's focus where the browser is still there to move it.</summary>
internal static class Focus
{
    public static async Task TryAsync(ElementReference element)
    {
        try
        {
            await element.FocusAsync();
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException or TaskCanceledException or InvalidOperationException)
        {
            // The browser is gone, or the element has just been taken out of the page.
        }
    }
}
