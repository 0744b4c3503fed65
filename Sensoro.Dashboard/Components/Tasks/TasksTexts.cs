namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>Words of the task list.</summary>
public sealed class TasksTexts;
