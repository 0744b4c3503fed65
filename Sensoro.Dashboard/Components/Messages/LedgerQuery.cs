using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>What the reader asked the ledger for, as the address holds it.</summary>
/// <param name="Text">An SN, its last characters, a msgId or a taskId; empty for everything.</param>
/// <param name="Kind">What pushes are about, or null for all.</param>
/// <param name="Encrypted">Safe mode, plain mode, or null for both.</param>
public sealed record LedgerQuery(string Text, PushKind? Kind, bool? Encrypted)
{
    public const string Safe = "safe";
    public const string Plain = "plain";
    private const int LongestText = 200;

    public static LedgerQuery Everything { get; } = new("", null, null);

    public bool IsEverything => this == Everything;

    public static LedgerQuery Parse(string? text, string? kind, string? mode)
    {
        var trimmed = text?.Trim() ?? "";
        return new LedgerQuery(
            trimmed.Length > LongestText ? trimmed[..LongestText] : trimmed,
            Enum.GetValues<PushKind>().Cast<PushKind?>().FirstOrDefault(known => PushKinds.Text(known.GetValueOrDefault()) == kind),
            mode switch { Safe => true, Plain => false, _ => null });
    }

    /// <summary>The address of the ledger with this question and, when given, one message open.</summary>
    public string Href(long? open)
    {
        string?[] parts =
        [
            Text.Length > 0 ? "q=" + Uri.EscapeDataString(Text) : null,
            Kind is { } kind ? "kind=" + PushKinds.Text(kind) : null,
            Encrypted is { } encrypted ? "mode=" + (encrypted ? Safe : Plain) : null,
            open is { } id ? FormattableString.Invariant($"open={id}") : null,
        ];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length == 0 ? "/messages" : "/messages?" + query;
    }
}
