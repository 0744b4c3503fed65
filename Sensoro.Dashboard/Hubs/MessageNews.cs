namespace Sensoro.Dashboard.Hubs;

/// <summary>New lines of the ledger.</summary>
/// <param name="Cursor">The newest message this includes.</param>
/// <param name="Messages">Oldest first.</param>
/// <param name="Skipped">Lines left out because there were too many.</param>
/// <param name="Reset">The gap is too large: load the newest lines anew.</param>
public sealed record MessageNews(long Cursor, IReadOnlyList<MessageView> Messages, int Skipped, bool Reset = false);
