namespace Sensoro.Dashboard.Storage;

/// <summary>Which device a task was for, said by staff. Not derived from the log, so a rebuild leaves it alone.</summary>
public sealed class TaskLinkRow
{
    private TaskLinkRow()
    {
    }

    public TaskLinkRow(string appId, string taskId, string sn, DateTimeOffset linkedAt)
    {
        AppId = appId;
        TaskId = taskId;
        Sn = sn;
        LinkedAt = linkedAt;
    }

    public string AppId { get; private set; } = "";

    public string TaskId { get; private set; } = "";

    public string Sn { get; private set; } = "";

    public DateTimeOffset LinkedAt { get; private set; }

    public void MoveTo(string sn, DateTimeOffset linkedAt)
    {
        Sn = sn;
        LinkedAt = linkedAt;
    }
}
