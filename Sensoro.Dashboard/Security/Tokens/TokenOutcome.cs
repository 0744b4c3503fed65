namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>What came of the wish for a token.</summary>
/// <param name="Fault">Why there is none.</param>
/// <param name="Token">The token, which nobody can be told again; null when none was made.</param>
internal sealed record TokenOutcome(TokenFault Fault, string? Token = null);
