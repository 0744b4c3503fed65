namespace Sensoro.Dashboard.Storage;

/// <summary>A list of devices that staff have given a name, for all of them.</summary>
/// <param name="Id">Grows with every view; the order they are offered in.</param>
/// <param name="Name">As accepted by <see cref="SavedViews"/>.</param>
/// <param name="Query">The query string that shows it, without the question mark. Only the page knows what it says.</param>
/// <param name="CreatedAt">When it was saved.</param>
public sealed record SavedView(long Id, string Name, string Query, DateTimeOffset CreatedAt);
