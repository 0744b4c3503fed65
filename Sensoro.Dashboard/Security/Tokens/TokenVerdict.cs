namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>What is known of a token that somebody shows.</summary>
internal enum TokenVerdict
{
    Unknown,
    Known,
    Expired,
    Revoked,
}
