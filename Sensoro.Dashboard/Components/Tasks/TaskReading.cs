using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>Reads what <see cref="TasksState"/> shows. A list whose filter has changed during the read is thrown away: another read is on its way.</summary>
public sealed class TaskReading(TaskQueries tasks, TimeProvider time)
{
    private const int TraySize = 30;

    private DateTimeOffset _today;

    /// <summary>A new day has begun since the counts of today were read.</summary>
    public bool IsYesterday => LocalDay.StartOfToday(time) != _today;

    /// <summary>The newest results, in place of what was shown.</summary>
    public Task LoadAsync(TasksState state, CancellationToken cancellationToken) => NewestAsync(state, state.Show, cancellationToken);

    /// <summary>The newest results, above what was shown.</summary>
    public Task RefreshAsync(TasksState state, CancellationToken cancellationToken) => NewestAsync(state, state.Refresh, cancellationToken);

    /// <summary>The next older results, below what was shown.</summary>
    public async Task MoreAsync(TasksState state, CancellationToken cancellationToken)
    {
        var filter = state.Filter;
        var older = await tasks.ListAsync(filter.ToQuery(), state.Rows.Count, TasksState.PageSize, cancellationToken);
        if (filter == state.Filter)
        {
            state.Append(older);
        }
    }

    private async Task NewestAsync(TasksState state, Action<Page<TaskResult>> show, CancellationToken cancellationToken)
    {
        var filter = state.Filter;
        var newest = await tasks.ListAsync(filter.ToQuery(), 0, TasksState.PageSize, cancellationToken);
        var today = LocalDay.StartOfToday(time);
        var counts = await tasks.CountAsync(today, cancellationToken);
        var unlinked = await tasks.ListAsync(new TaskFilter { Outcome = TaskOutcome.NotLinked }, 0, TraySize, cancellationToken);
        _today = today;
        state.ShowBeside(counts, unlinked.Items);
        if (filter == state.Filter)
        {
            show(newest);
        }
    }
}
