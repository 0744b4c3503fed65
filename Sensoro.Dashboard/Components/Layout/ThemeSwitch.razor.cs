using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>
/// Light, dark or as the system says. The browser decides before the first paint and tells the circuit, whose only use of it
/// is MudBlazor's own palette.
/// </summary>
public sealed partial class ThemeSwitch
{
    private DotNetObjectReference<ThemeSwitch>? _self;
    private bool _isDark;

    [Parameter]
    public EventCallback<bool> OnChanged { get; set; }

    private IconName Current => _isDark ? IconName.Moon : IconName.Sun;

    /// <summary>Called by the browser when the effective theme changes.</summary>
    [JSInvokable]
    public async Task ThemeChanged(string theme)
    {
        _isDark = theme == "dark";
        StateHasChanged();
        await OnChanged.InvokeAsync(_isDark);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await TryAsync(async () =>
            {
                await Js.InvokeVoidAsync("sensoroTheme.onChange", _self);
                await ThemeChanged(await Js.InvokeAsync<string>("sensoroTheme.current"));
            });
        }
    }

    protected override void OnDisposed() => _self?.Dispose();

    private Task<bool> ChooseAsync(string choice) => TryAsync(async () => await Js.InvokeVoidAsync("sensoroTheme.set", choice));
}
