using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>Results of tasks that staff linked to this device.</summary>
public sealed partial class TasksTab
{
    private const int PageSize = 50;

    private static readonly FeedFilter Listening = new() { Tasks = true };

    private readonly FeedFilter _filter = Listening;
    private List<TaskResult> _results = [];
    private int _total;

    [Inject]
    public required TaskQueries Tasks { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public string Sn { get; set; } = "";

    private Task LoadFirstAsync() => LoadAsync(async gone =>
    {
        var page = await Tasks.ListAsync(new TaskFilter { Sn = Sn }, 0, PageSize, gone);
        (_results, _total) = ([.. page.Items], page.Total);
    });

    private Task LoadMoreAsync() => LoadAsync(async gone =>
    {
        var page = await Tasks.ListAsync(new TaskFilter { Sn = Sn }, _results.Count, PageSize, gone);
        _results.AddRange(page.Items.ExceptBy(_results.Select(static known => known.MessageId), static result => result.MessageId));
        _total = page.Total;
    });

    /// <summary>A push of a task names no device: whether a new result is this device's is known to the database alone.</summary>
    private Task ApplyAsync(FeedUpdate update) => update.Tasks.Count > 0 ? LoadFirstAsync() : Task.CompletedTask;
}
