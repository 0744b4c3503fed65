using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>Finds devices by part of the SN or name, and task results and messages by their exact id.</summary>
internal sealed class HeaderSearch(DeviceQueries devices, TaskQueries tasks, MessageQueries messages, TimeProvider time)
{
    private const int MaxDevices = 8;
    private const int MaxOthers = 3;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hits = new List<SearchHit>();
        var found = await devices.ListAsync(new DeviceFilter { Search = text }, 0, MaxDevices, cancellationToken);
        hits.AddRange(found.Items.OrderByDescending(device => string.Equals(device.Sn, text, StringComparison.OrdinalIgnoreCase))
            .Select(device => new SearchHit(device.DisplayName, device.Name is null ? device.DeviceType ?? "" : device.Sn, DeviceHref(device.Sn), device.StatusAt(now))));
        var results = await tasks.ListAsync(new TaskFilter { TaskId = text }, 0, MaxOthers, cancellationToken);
        hits.AddRange(results.Items.Select(result => new SearchHit(result.TaskId, result.Sn ?? "", $"/tasks?q={Uri.EscapeDataString(text)}", null, IsTask: true)));
        var entries = await messages.NewestAsync(new MessageFilter { MsgId = text }, null, MaxOthers, cancellationToken);
        hits.AddRange(entries.Select(entry => new SearchHit(entry.MsgId ?? text, entry.Sn ?? entry.TaskId ?? "", $"/messages?open={entry.Id}", null)));
        return hits;
    }

    public async Task<string?> ExactAsync(string text, CancellationToken cancellationToken) =>
        (await devices.FindAsync(text, cancellationToken) ?? await devices.FindAsync(text.ToUpperInvariant(), cancellationToken)) is { } device
            ? DeviceHref(device.Sn)
            : null;

    private static string DeviceHref(string sn) => "/devices/" + Uri.EscapeDataString(sn);
}
