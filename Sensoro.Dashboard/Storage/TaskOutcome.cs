namespace Sensoro.Dashboard.Storage;

/// <summary>The cuts of the task list.</summary>
public enum TaskOutcome
{
    Succeeded,
    Failed,
    NotLinked,
}
