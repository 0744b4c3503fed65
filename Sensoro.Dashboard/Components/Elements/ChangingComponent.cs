namespace Sensoro.Dashboard.Components.Elements;

/// <summary>A page that also changes something. A change that fails is said on the page and written to the log; the page and the circuit stay.</summary>
public abstract class ChangingComponent : LoadingComponent
{
    /// <summary>What is said of a change that failed for a reason that nobody here can mend.</summary>
    protected abstract string NotDone { get; }

    /// <summary>Why the last change was not made; null when it was.</summary>
    protected string? Fault { get; set; }

    protected async Task TryAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
        }
        catch (Exception) when (Gone.IsCancellationRequested)
        {
            // The reader has left.
        }
        catch (Exception error)
        {
            Log.CouldNotChange(Logger, GetType().Name, error);
            Fault = NotDone;
        }
    }
}
