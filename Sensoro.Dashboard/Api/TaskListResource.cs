namespace Sensoro.Dashboard.Api;

/// <param name="Items">Newest first.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record TaskListResource(IReadOnlyList<TaskResource> Items, int Total);
