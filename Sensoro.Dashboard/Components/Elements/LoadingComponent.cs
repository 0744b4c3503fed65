using Microsoft.AspNetCore.Components;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>
/// A part of the page that reads from the database. A read that fails is shown in this part and can be tried again; the rest of
/// the page and the circuit stay.
/// </summary>
public abstract class LoadingComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    protected LoadingComponent() => Gone = _gone.Token;

    [Inject]
    public required ILogger<LoadingComponent> Logger { get; set; }

    /// <summary>Cancelled when the reader has left.</summary>
    protected CancellationToken Gone { get; }

    /// <summary>At least one load has come to an end, well or not.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>The last load failed.</summary>
    protected bool HasFailed { get; private set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        OnDisposed();
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the component holds besides.</summary>
    protected virtual void OnDisposed()
    {
    }

    /// <summary>Runs a load and draws what came of it.</summary>
    protected async Task LoadAsync(Func<CancellationToken, Task> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        try
        {
            await load(Gone);
            HasFailed = false;
        }
        catch (Exception error) when (Gone.IsCancellationRequested || error is OperationCanceledException)
        {
            return;
        }
        catch (Exception error)
        {
            HasFailed = true;
            Log.CouldNotLoad(Logger, GetType().Name, error);
        }

        IsLoaded = true;
        StateHasChanged();
    }
}
