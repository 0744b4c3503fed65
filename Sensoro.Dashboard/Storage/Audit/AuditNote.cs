using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>What is to be written into the trail; who did it is known from who acts.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Before">What that was; never a secret.</param>
/// <param name="After">What it is now; never a secret.</param>
internal sealed record AuditNote(AuditAction Action, string Target, string? Before = null, string? After = null)
{
    /// <summary>Nobody reads a text longer than this, and whoever is not signed in could fill the disk with it.</summary>
    private const int LongestText = 2_000;

    public AuditEntry By(Actor? actor, DateTimeOffset at) => new()
    {
        At = at,
        Actor = Cut(actor?.Name ?? ""),
        ActorId = actor?.UserId,
        Address = actor?.Address,
        Action = AuditActions.Text(Action),
        Target = Cut(Target),
        Before = Before is null ? null : Cut(Before),
        After = After is null ? null : Cut(After),
    };

    private static string Cut(string text) => LogText.Whole(text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…"));
}
