using System.Security.Claims;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>Somebody as the provider describes them.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Who they are there; it never changes and never becomes somebody else's.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Role">What their groups let them do; null for nothing.</param>
internal sealed record OpenIdPerson(string Issuer, string Subject, string Name, Role? Role)
{
    public const string IssuerClaim = "iss";

    private const string SubjectClaim = "sub";

    /// <summary>Null when the provider does not say who they are.</summary>
    public static OpenIdPerson? Of(ClaimsPrincipal? principal, OpenIdOptions options) =>
        principal?.FindFirstValue(IssuerClaim) is { Length: > 0 } issuer && principal.FindFirstValue(SubjectClaim) is { Length: > 0 } subject
            ? new OpenIdPerson(issuer, subject, principal.FindFirstValue(options.NameClaim)?.Trim() ?? "", options.RoleOf(principal.FindAll(options.GroupClaim).Select(static claim => claim.Value)))
            : null;
}
