using Microsoft.Extensions.Localization;
using MudBlazor;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Labels;

/// <summary>Makes a change to devices, says how many it met, and offers to take it back for six seconds.</summary>
public sealed class LabelChange(DeviceEdits edits, ISnackbar snackbar, IStringLocalizer<LabelTexts> texts, ILogger<LabelChange> logger)
{
    private static readonly TimeSpan UndoFor = TimeSpan.FromSeconds(6);

    private Snackbar? _offer;

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
            Say(texts["NothingChanged"]);
            return true;
        }

        Offer(said(undo.Count), undo);
        return true;
    }

    /// <summary>Only the last change can be taken back: an older offer would undo more than it says.</summary>
    private void Offer(string text, IReadOnlyList<DeviceEdit> undo)
    {
        if (_offer is not null)
        {
            snackbar.Remove(_offer);
        }

        _offer = snackbar.Add(text, Severity.Normal, options =>
        {
            options.HideIcon = true;
            options.ShowCloseIcon = false;
            options.VisibleStateDuration = (int)UndoFor.TotalMilliseconds;
            options.Action = texts["Undo"];
            options.OnClick = async _ => await TryAsync(all => all.ApplyAsync(undo, CancellationToken.None));
        });
    }

    private void Say(string text) => snackbar.Add(text, Severity.Normal, static options => options.HideIcon = true);

    private async Task<IReadOnlyList<DeviceEdit>?> TryAsync(Func<DeviceEdits, Task<IReadOnlyList<DeviceEdit>>> change)
    {
        try
        {
            return await change(edits);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.EditFailed(logger, error);
            Say(texts["NotStored"]);
            return null;
        }
    }
}
