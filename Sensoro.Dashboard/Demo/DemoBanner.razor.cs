using Microsoft.AspNetCore.Components;
using MudBlazor;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Demo;

/// <summary>Says that this is a demo, and ends it: stop the fleet, or remove everything it sent.</summary>
public sealed partial class DemoBanner : IDisposable
{
    private bool _isBusy;
    private bool _isRemoving;

    [Inject]
    internal DemoFleet Fleet { get; set; } = default!;

    [Inject]
    internal DemoDatabase Database { get; set; } = default!;

    [Inject]
    public required LiveFeed Feed { get; set; }

    [Inject]
    public required MessageLog Messages { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    public void Dispose() => Fleet.Changed -= Follow;

    protected override void OnInitialized() => Fleet.Changed += Follow;

    private void Follow() => _ = InvokeAsync(() =>
    {
        // An emptied log means that every page shows what is no longer there.
        if (Messages.IsEmpty && RendererInfo.IsInteractive && !Fleet.IsRunning)
        {
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
        }

        StateHasChanged();
    });

    private async Task ToggleAsync()
    {
        _isBusy = true;
        if (Fleet.IsRunning)
        {
            await Fleet.EndAsync();
        }
        else
        {
            Fleet.Begin();
        }

        _isBusy = false;
    }

    private async Task RemoveAsync()
    {
        var confirmed = await Dialogs.ShowMessageBoxAsync(
            Texts["RemoveDemo"],
            Texts["RemoveDemoQuestion", Feed.Counts.Total, Messages.LastId],
            yesText: Texts["Remove"],
            cancelText: Texts["Cancel"]);
        if (confirmed is not true)
        {
            return;
        }

        (_isBusy, _isRemoving) = (true, true);
        StateHasChanged();
        await Database.RemoveAsync();
        (_isBusy, _isRemoving) = (false, false);
    }
}
