using System.Globalization;
using System.Security.Claims;

namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>Says in a principal which token was shown.</summary>
internal static class TokenClaim
{
    private const string Type = "token";

    public static Claim Of(long id) => new(Type, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null for people and for tokens of the configuration.</summary>
    public static long? IdOf(ClaimsPrincipal user) => long.TryParse(user.FindFirstValue(Type), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
