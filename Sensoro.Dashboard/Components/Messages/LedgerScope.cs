using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>A question to the ledger with the devices that its text may mean.</summary>
internal sealed record LedgerScope(LedgerQuery Query, IReadOnlyList<string> SerialNumbers)
{
    public static LedgerScope Everything { get; } = new(LedgerQuery.Everything, []);

    /// <summary>Whether a line that has just arrived belongs to the answer.</summary>
    public bool Matches(LedgerEntry entry) =>
        MatchesShape(entry)
        && (Query.Text.Length == 0 || entry.MsgId == Query.Text || entry.TaskId == Query.Text || (entry.Sn is { } sn && IsMeant(sn)));

    /// <summary>The part of the question that has nothing to do with its text.</summary>
    public bool MatchesShape(LedgerEntry entry) =>
        (Query.Kind is null || Query.Kind == entry.Kind) && (Query.Encrypted is null || Query.Encrypted == entry.Encrypted);

    // A device that was not known when the question was asked may be meant all the same.
    private bool IsMeant(string sn) => SerialNumbers.Contains(sn, StringComparer.Ordinal) || sn.EndsWith(Query.Text, StringComparison.OrdinalIgnoreCase);
}
