using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>
/// A component that a JavaScript module draws. A module that cannot be loaded, or a browser that is gone, must never take the
/// circuit down: the component shows its fallback instead.
/// </summary>
public abstract class ModuleComponent : ComponentBase, IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _handle;

    [Inject]
    public required IJSRuntime Js { get; set; }

    /// <summary>The module could not be loaded or failed; the component renders its fallback.</summary>
    protected bool HasFailed { get; private set; }

    protected bool IsDisposed { get; private set; }

    public async ValueTask DisposeAsync()
    {
        IsDisposed = true;
        await ReleaseAsync();
        OnDisposed();
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the component gave to JavaScript.</summary>
    protected virtual void OnDisposed()
    {
    }

    /// <summary>Loads <c>dist/NAME.js</c> and keeps the handle that its function returns.</summary>
    protected async Task StartAsync(string name, string function, params object?[] arguments)
    {
        HasFailed = !await TryAsync(async () =>
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets[$"dist/{name}.js"]);
            _handle = IsDisposed ? null : await _module.InvokeAsync<IJSObjectReference?>(function, arguments);
        });
        if (IsDisposed)
        {
            await ReleaseAsync();
        }
    }

    /// <summary>Calls the handle; does nothing while there is none.</summary>
    protected Task<bool> CallAsync(string function, params object?[] arguments) => TryAsync(async () =>
    {
        if (_handle is not null)
        {
            await _handle.InvokeVoidAsync(function, arguments);
        }
    });

    /// <summary>The browser keeps what it was asked for until it is told that nobody needs it any more, even by a reader who left while it loaded.</summary>
    private async Task ReleaseAsync()
    {
        var (handle, module) = (_handle, _module);
        (_handle, _module) = (null, null);
        await TryAsync(async () =>
        {
            if (handle is not null)
            {
                await handle.InvokeVoidAsync("dispose");
                await handle.DisposeAsync();
            }
        });
        await TryAsync(async () =>
        {
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        });
    }

    /// <summary>Calls the browser; false when it is gone or refuses.</summary>
    protected static async Task<bool> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException or TaskCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }
}
