using Microsoft.Extensions.Localization;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>Links a task to a device or takes the link away, says so, and offers to take that back.</summary>
public sealed class LinkChange(TaskLinks links, UndoOffer offer, IStringLocalizer<TasksTexts> texts, ILogger logger)
{
    /// <summary>Makes the change and tells the page.</summary>
    /// <param name="task">The task as it is shown, with the link it has now.</param>
    /// <param name="device">The device it was for; null takes the link away.</param>
    /// <param name="changed">Called after each change: this one, and the one that takes it back.</param>
    public async Task ChangeAsync(TaskResult task, LinkedDevice? device, Func<TaskResult, LinkedDevice?, Task> changed)
    {
        if (!await TryAsync(task, device))
        {
            return;
        }

        var before = task.Sn is { } sn ? new LinkedDevice(sn, task.DeviceName) : null;
        offer.Make(device is null ? texts["Unlinked", task.TaskId] : texts["Linked", task.TaskId, device.DisplayName], async () =>
        {
            if (await TryAsync(task, before))
            {
                await changed(task, before);
            }
        });
        await changed(task, device);
    }

    private async Task<bool> TryAsync(TaskResult task, LinkedDevice? device)
    {
        try
        {
            if (device is null)
            {
                await links.UnlinkAsync(task.AppId, task.TaskId, CancellationToken.None);
            }
            else if (!await links.LinkAsync(task.AppId, task.TaskId, device.Sn, CancellationToken.None))
            {
                offer.Say(texts["DeviceGone"]);
                return false;
            }

            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.LinkFailed(logger, error);
            offer.Say(texts["LinkFailed", task.TaskId]);
            return false;
        }
    }
}
