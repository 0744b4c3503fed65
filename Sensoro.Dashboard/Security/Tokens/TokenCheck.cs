using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>What came of the look at a token.</summary>
/// <param name="Verdict">Whether it counts.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Scopes">What it may ask for.</param>
/// <param name="Id">Which of those made here it is; null for one of the configuration.</param>
internal readonly record struct TokenCheck(TokenVerdict Verdict, string Name = "", TokenScope Scopes = TokenScope.None, long? Id = null);
