using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Projection;

/// <summary>Keeps the results of tasks.</summary>
internal sealed class TaskProjection(StateWriter state)
{
    public TaskResult Apply(TaskEvent task, LedgerEntry entry)
    {
        var result = new TaskResult
        {
            MessageId = entry.Id,
            AppId = entry.AppId,
            TaskId = task.TaskId,
            ResultCode = task.ResultCode,
            Success = task.Success,
            ResultData = task.ResultData,
            CreatedAt = entry.CreatedAt,
            ReceivedAt = entry.ReceivedAt,
        };
        state.SaveTaskResult(result);
        return result;
    }
}
