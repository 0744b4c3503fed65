using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Connect;
using Sensoro.Dashboard.Live;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>The way to the first device.</summary>
public sealed partial class SetUp : ApplicationsComponent
{
    private bool _hasPassed;

    /// <summary>The test device has reported, now or at another time.</summary>
    [Parameter]
    public bool HasTestDevice { get; set; }

    private bool HasKeys => Rows.Any(static row => row.IsUsable);

    private bool IsTested => HasTestDevice || _hasPassed;

    /// <summary>The counters move with the feed.</summary>
    private Task Look(FeedUpdate update)
    {
        StateHasChanged();
        return Task.CompletedTask;
    }
}
