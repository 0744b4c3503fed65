using Microsoft.AspNetCore.Components;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>
/// A part of the page that is drawn anew only when what it shows is another: the feed moves four times a second, most of the
/// page does not.
/// </summary>
public abstract class StillComponent : ComponentBase
{
    private object? _drawn;

    /// <summary>All that the markup depends on; lists count as the same when they are the same object.</summary>
    protected abstract object Shown { get; }

    protected sealed override bool ShouldRender()
    {
        var shown = Shown;
        if (shown.Equals(_drawn))
        {
            return false;
        }

        _drawn = shown;
        return true;
    }
}
