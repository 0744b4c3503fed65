using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Labels;

/// <summary>Makes a change to devices, says how many it met, and offers to take it back.</summary>
public sealed class LabelChange(DeviceEdits edits, UndoOffer offer, IStringLocalizer<LabelTexts> texts, ILogger<LabelChange> logger)
{
    /// <summary>Makes the change.</summary>
    /// <param name="change">Makes it and returns what takes it back.</param>
    /// <param name="said">What to say, from the number of devices that were changed.</param>
    /// <returns>False when it could not be stored; the reader has been told.</returns>
    public async Task<bool> MakeAsync(Func<DeviceEdits, Task<IReadOnlyList<DeviceEdit>>> change, Func<int, string> said)
    {
        if (await TryAsync(change) is not { } undo)
        {
            return false;
        }

        if (undo.Count == 0)
        {
            offer.Say(texts["NothingChanged"]);
            return true;
        }

        offer.Make(said(undo.Count), () => TryAsync(all => all.ApplyAsync(undo, CancellationToken.None)));
        return true;
    }

    private async Task<IReadOnlyList<DeviceEdit>?> TryAsync(Func<DeviceEdits, Task<IReadOnlyList<DeviceEdit>>> change)
    {
        try
        {
            return await change(edits);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.EditFailed(logger, error);
            offer.Say(texts["NotStored"]);
            return null;
        }
    }
}
