using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>
/// Light, dark or as the system says. The browser decides before the first paint and tells the circuit, whose only use of it
/// is the sign on the button.
/// </summary>
public sealed partial class ThemeSwitch
{
    private DotNetObjectReference<ThemeSwitch>? _self;
    private bool _isDark;

    private IconName Current => _isDark ? IconName.Moon : IconName.Sun;

    /// <summary>Called by the browser when the effective theme changes.</summary>
    [JSInvokable]
    public void ThemeChanged(string theme)
    {
        _isDark = theme == "dark";
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await TryAsync(async () =>
            {
                await Js.InvokeVoidAsync("sensoroTheme.onChange", _self);
                ThemeChanged(await Js.InvokeAsync<string>("sensoroTheme.current"));
            });
        }
    }

    protected override void OnDisposed() => _self?.Dispose();

    private Task<bool> ChooseAsync(string choice) => TryAsync(async () => await Js.InvokeVoidAsync("sensoroTheme.set", choice));
}
