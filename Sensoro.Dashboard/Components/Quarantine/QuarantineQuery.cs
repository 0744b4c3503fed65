using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Quarantine;

/// <summary>What the reader asked the quarantine for, as the address holds it.</summary>
/// <param name="Text">Part of an SN; empty for all.</param>
/// <param name="Reason">Why they were refused, or null for all.</param>
public sealed record QuarantineQuery(string Text, RefusalReason? Reason)
{
    public const string Address = "/messages/quarantine";
    private const int LongestText = 200;

    public static QuarantineQuery Everything { get; } = new("", null);

    public bool IsEverything => this == Everything;

    public QuarantineFilter Filter => new() { Text = Text, Reason = Reason };

    public static QuarantineQuery Parse(string? text, string? reason)
    {
        var trimmed = text?.Trim() ?? "";
        return new QuarantineQuery(trimmed.Length > LongestText ? trimmed[..LongestText] : trimmed, RefusalReasons.Parse(reason));
    }

    /// <summary>The address of the quarantine with this question and, when given, one push open.</summary>
    public string Href(long? open)
    {
        string?[] parts =
        [
            Text.Length > 0 ? "q=" + Uri.EscapeDataString(Text) : null,
            Reason is { } reason ? "reason=" + RefusalReasons.Text(reason) : null,
            open is { } id ? FormattableString.Invariant($"open={id}") : null,
        ];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length == 0 ? Address : Address + "?" + query;
    }
}
