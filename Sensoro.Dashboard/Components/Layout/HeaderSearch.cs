using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>
/// Finds devices by part of the SN, name or tag, and task results and messages by their exact id. What finds nothing as it was typed is
/// tried as it may have been meant.
/// </summary>
internal sealed class HeaderSearch(DeviceQueries devices, TaskQueries tasks, MessageQueries messages, TimeProvider time)
{
    private const int MaxDevices = 8;
    private const int MaxOthers = 3;

    public async Task<SearchResults> FindAsync(string text, CancellationToken cancellationToken)
    {
        foreach (var spelling in SerialNumberSpellings.Of(text))
        {
            SearchGroup[] groups =
            [
                new("DeviceGroup", IconName.Devices, await DevicesAsync(spelling, cancellationToken)),
                new("TaskGroup", IconName.Tasks, await TasksAsync(spelling, cancellationToken)),
                new("MessageGroup", IconName.Messages, await MessagesAsync(spelling, cancellationToken)),
            ];
            if (groups.Any(static group => group.Hits.Count > 0))
            {
                return new SearchResults(spelling, [.. groups.Where(static group => group.Hits.Count > 0)]);
            }
        }

        return SearchResults.None;
    }

    /// <summary>The page of the device whose SN this is, in whatever capitals; null when there is none.</summary>
    public async Task<string?> ExactAsync(string text, CancellationToken cancellationToken) =>
        await DeviceLookup.ExactAsync(devices, text, cancellationToken) is { } sn ? DeviceHref(sn) : null;

    private static string DeviceHref(string sn) => "/devices/" + Uri.EscapeDataString(sn);

    private async Task<IReadOnlyList<SearchHit>> DevicesAsync(string text, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = await devices.SuggestAsync(text, MaxDevices, cancellationToken);
        return
        [
            .. found.Select(device => new SearchHit(device.Sn, DeviceHref(device.Sn), device.LastHeardAt)
            {
                Name = device.Name,
                Detail = device.DeviceType,
                Status = device.StatusAt(now),
            }),
        ];
    }

    private async Task<IReadOnlyList<SearchHit>> TasksAsync(string text, CancellationToken cancellationToken)
    {
        var found = await tasks.ListAsync(new TaskFilter { TaskId = text }, 0, MaxOthers, cancellationToken);
        return
        [
            .. found.Items.Select(result => new SearchHit(result.TaskId, $"/tasks?q={Uri.EscapeDataString(result.TaskId)}", result.ReceivedAt)
            {
                Name = result.DeviceName,
                Detail = result.Sn,
            }),
        ];
    }

    /// <summary>A msgId is a number: other texts need not be looked for among millions of messages.</summary>
    private async Task<IReadOnlyList<SearchHit>> MessagesAsync(string text, CancellationToken cancellationToken)
    {
        if (!text.All(char.IsAsciiDigit))
        {
            return [];
        }

        var found = await messages.NewestAsync(new MessageFilter { MsgId = text }, null, MaxOthers, cancellationToken);
        return [.. found.Select(entry => new SearchHit(entry.MsgId ?? text, $"/messages?open={entry.Id}", entry.ReceivedAt) { Detail = entry.Sn ?? entry.TaskId })];
    }
}
