using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Changes the saved views, says so, and offers to take it back.</summary>
public sealed class ViewChange(SavedViews views, UndoOffer offer, IStringLocalizer<DevicesTexts> texts, ILogger<ViewChange> logger)
{
    /// <summary>Gives a list a name.</summary>
    /// <param name="name">As it was typed.</param>
    /// <param name="choice">The list.</param>
    /// <param name="changed">Called after each change: this one, and the one that takes it back.</param>
    /// <returns>What is wrong, in a sentence; null when it is done.</returns>
    public Task<string?> AddAsync(string name, DeviceListChoice choice, Func<Task> changed) => MakeAsync(
        () => views.AddAsync(name, choice.ToQuery(), CancellationToken.None),
        added => texts["ViewSaved", added.Name],
        added => views.RemoveAsync(added.Id, CancellationToken.None),
        changed);

    /// <summary>Gives a view another name; for the rest see <see cref="AddAsync"/>.</summary>
    public Task<string?> RenameAsync(SavedView view, string name, Func<Task> changed) => MakeAsync(
        () => views.RenameAsync(view.Id, name, CancellationToken.None),
        before => texts["ViewRenamed", before.Name],
        before => views.RenameAsync(before.Id, before.Name, CancellationToken.None),
        changed);

    /// <summary>Removes a view, or says why not.</summary>
    public async Task RemoveAsync(SavedView view, Func<Task> changed)
    {
        var fault = await MakeAsync(
            () => views.RemoveAsync(view.Id, CancellationToken.None),
            before => texts["ViewRemoved", before.Name],
            before => views.RestoreAsync(before, CancellationToken.None),
            changed);
        if (fault is not null)
        {
            offer.Say(fault);
            await changed();
        }
    }

    private async Task<string?> MakeAsync(Func<Task<SavedViewChange>> change, Func<SavedView, string> said, Func<SavedView, Task<SavedViewChange>> undo, Func<Task> changed)
    {
        var (fault, made) = await TryAsync(change);
        if (made is null)
        {
            return fault;
        }

        offer.Make(said(made), async () =>
        {
            if ((await TryAsync(() => undo(made))).Fault is { } refused)
            {
                offer.Say(refused);
            }

            await changed();
        });
        await changed();
        return null;
    }

    private async Task<(string? Fault, SavedView? Made)> TryAsync(Func<Task<SavedViewChange>> change)
    {
        try
        {
            var (fault, made) = await change();
            return (ViewFaults.Text(fault, texts), made);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.ViewNotStored(logger, error);
            return (texts["ViewNotStored"], null);
        }
    }
}
