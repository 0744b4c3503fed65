using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>What the task list shows: results newest first without a hole, the tray of those without a device, and the counts of today.</summary>
public sealed class TasksState
{
    public const int PageSize = 50;

    /// <summary>More results than this are not kept for one reader.</summary>
    public const int MostRows = 500;

    public TaskListFilter Filter { get; private set; } = new();

    public IReadOnlyList<TaskResult> Rows { get; private set; } = [];

    /// <summary>How many results match the filter; null until they were counted.</summary>
    public int? Total { get; private set; }

    public TaskCounts Counts { get; private set; } = new(0, 0, 0);

    /// <summary>The newest results without a device.</summary>
    public IReadOnlyList<TaskResult> Unlinked { get; private set; } = [];

    public bool HasMore => Rows.Count < Total && Rows.Count < MostRows;

    public bool IsFull => Rows.Count < Total && Rows.Count >= MostRows;

    /// <summary>The row that the keys move from, by message.</summary>
    public long? Selected { get; set; }

    /// <summary>Changes what is listed; true when that needs a read.</summary>
    public bool Narrow(TaskListFilter filter)
    {
        var changed = Filter != filter;
        Filter = filter;
        return changed;
    }

    public void Show(Page<TaskResult> newest) => (Rows, Total) = (newest.Items, newest.Total);

    public void ShowBeside(TaskCounts counts, IReadOnlyList<TaskResult> unlinked) => (Counts, Unlinked) = (counts, unlinked);

    /// <summary>Puts older results below; what has slipped down into them meanwhile is not shown twice.</summary>
    public void Append(Page<TaskResult> older)
    {
        var oldest = Rows is [.., var last] ? last.MessageId : long.MaxValue;
        Rows = [.. Rows.Concat(older.Items.Where(result => result.MessageId < oldest)).Take(MostRows)];
        Total = older.Total;
    }

    /// <summary>Takes the newest results over and keeps the older ones below them, unless a hole would be between the two.</summary>
    public void Refresh(Page<TaskResult> newest)
    {
        var covered = newest.Items.Count < newest.Total && newest.Items is [.., var last] ? last.MessageId : long.MinValue;
        var older = Rows.Where(result => result.MessageId < covered).ToArray();
        var touches = older.Length < Rows.Count;
        Rows = [.. newest.Items.Concat(touches ? older : []).Take(MostRows)];
        Total = newest.Total;
    }

    /// <summary>Says at once what the database will say from now on: this task was for that device, or for none that is known.</summary>
    public void Link(TaskResult task, string? sn, string? name)
    {
        Rows = [.. Rows.Select(Linked)];
        if (sn is not null)
        {
            Unlinked = [.. Unlinked.Where(result => !IsSameTask(result, task))];
        }

        TaskResult Linked(TaskResult result) => IsSameTask(result, task) ? result with { Sn = sn, DeviceName = name } : result;
    }

    /// <summary>Moves the selection by rows; null at the ends.</summary>
    public TaskResult? Move(int step)
    {
        var selected = Rows.Select(static (row, index) => (row.MessageId, index)).Where(pair => pair.MessageId == Selected).Select(static pair => pair.index).FirstOrDefault(-1);
        var next = selected < 0 ? 0 : selected + step;
        if (next < 0 || next >= Rows.Count)
        {
            return null;
        }

        Selected = Rows[next].MessageId;
        return Rows[next];
    }

    /// <summary>The result after this one in the tray; null when it was the last.</summary>
    public TaskResult? NextUnlinked(TaskResult task) =>
        Unlinked.SkipWhile(result => result.MessageId != task.MessageId).Skip(1).FirstOrDefault();

    /// <summary>A task is known by its application and its id; its result may have been pushed more than once.</summary>
    private static bool IsSameTask(TaskResult one, TaskResult other) =>
        string.Equals(one.TaskId, other.TaskId, StringComparison.Ordinal) && string.Equals(one.AppId, other.AppId, StringComparison.Ordinal);
}
