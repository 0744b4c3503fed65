namespace Sensoro.Dashboard.Storage;

/// <summary>A named list of devices. Not derived from the log, so a rebuild leaves it alone.</summary>
public sealed class SavedViewRow
{
    private SavedViewRow()
    {
    }

    public SavedViewRow(string name, string query, DateTimeOffset createdAt)
    {
        Name = name;
        Query = query;
        CreatedAt = createdAt;
    }

    public SavedViewRow(SavedView view)
        : this(view.Name, view.Query, view.CreatedAt) => Id = view.Id;

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Query { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public void Rename(string name) => Name = name;

    public SavedView ToView() => new(Id, Name, Query, CreatedAt);
}
