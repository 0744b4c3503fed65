using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Offers the views, and lets staff name the list as it is, rename and remove. The view that is on is the one that shows what the address says.</summary>
public sealed partial class DeviceViews
{
    private IReadOnlyList<SavedViewLink> _saved = [];
    private ElementReference _views;
    private SavedView? _renamed;
    private bool _naming;

    [Inject]
    public required SavedViews Views { get; set; }

    [Inject]
    public required ViewChange Change { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public required DevicesState State { get; set; }

    /// <summary>What the address says.</summary>
    [Parameter, EditorRequired]
    public required DeviceListChoice Choice { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<DeviceListFilter> OnChange { get; set; }

    private IEnumerable<(DeviceView View, int? Count)> BuiltIn =>
    [
        (DeviceView.All, State.Counts.Total),
        (DeviceView.NeedsSomeone, State.NeedSomeone),
        (DeviceView.Lost, State.Counts[DeviceStatus.Lost]),
        (DeviceView.LowBattery, null),
    ];

    private SavedViewLink? Active => _saved.FirstOrDefault(link => link.Choice == Choice);

    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? ReadAsync() : Task.CompletedTask;

    private Task ReadAsync() => LoadAsync(async gone => _saved = [.. (await Views.ListAsync(gone)).Select(SavedViewLink.Of)]);

    private bool IsOn(DeviceView view) => Active is null && Choice.Filter switch
    {
        { Status: DeviceStatus.Lost } => view == DeviceView.Lost,
        { Status: null } => view == Choice.Filter.View,
        _ => view == Choice.Filter.View && view != DeviceView.All,
    };

    /// <summary>Within a list of one's own a button cuts further; a named view is left as a whole.</summary>
    private Task CutAsync(DeviceView view)
    {
        if (Active is null)
        {
            return OnChange.InvokeAsync(Choice.Filter.Cut(view));
        }

        Navigation.NavigateTo((DeviceListChoice.Everything with { Filter = DeviceListFilter.Everything.Cut(view) }).Address, replace: true);
        return Task.CompletedTask;
    }

    private void StartNaming(SavedView? renamed) => (_naming, _renamed) = (true, renamed);

    /// <summary>The form goes away with what had the focus.</summary>
    private Task CloseAsync()
    {
        (_naming, _renamed) = (false, null);
        StateHasChanged();
        return Focus.TryAsync(_views);
    }

    private async Task<string?> SaveAsync(string name)
    {
        var fault = await (_renamed is { } view ? Change.RenameAsync(view, name, ChangedAsync) : Change.AddAsync(name, Choice, ChangedAsync));
        if (fault is null)
        {
            await CloseAsync();
        }

        return fault;
    }

    private async Task RemoveAsync(SavedView view)
    {
        await Change.RemoveAsync(view, ChangedAsync);
        await Focus.TryAsync(_views);
    }

    /// <summary>Called for a change and again when it is taken back, which may be after the page has gone.</summary>
    private Task ChangedAsync() => Gone.IsCancellationRequested ? Task.CompletedTask : InvokeAsync(ReadAsync);
}
