namespace Sensoro.Dashboard.Storage;

/// <summary>How far the projection has come, kept in the same transaction as what it folded.</summary>
public sealed class ProjectionCursorRow
{
    public int Id { get; private set; }

    /// <summary>The newest folded message.</summary>
    public long LastMessageId { get; private set; }

    /// <summary>The log this state was folded from.</summary>
    public string Generation { get; private set; } = "";

    /// <summary>
    /// While the state is being folded anew: the newest message that was folded before. What it and those before it brought may be
    /// in the state already.
    /// </summary>
    public long? RebuildTo { get; private set; }
}
