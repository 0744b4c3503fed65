using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>A provider at which people sign in instead of here; configuration section <c>SignIn:OpenIdConnect</c>. Without an authority there is none.</summary>
public sealed class OpenIdOptions
{
    public const string Section = "SignIn:OpenIdConnect";

    /// <summary>The provider's address, below which its description lies.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Empty for a client without one, which PKCE protects alone.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the provider is asked for, separated by spaces.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim that people are called by.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>The claim with the names of the groups that somebody is in.</summary>
    public string GroupClaim { get; set; } = "groups";

    /// <summary>The role that each group gives; the highest wins, and whoever is in none of them stays out.</summary>
    public IDictionary<string, string> Groups { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the provider is called on the button.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>No other way in: no password, no passkey, no invitation, no set-up.</summary>
    public bool Only { get; set; }

    public bool IsOn => Authority.Length > 0;

    /// <summary>All other ways in are closed.</summary>
    public bool IsOnlyWay => IsOn && Only;

    public static bool TryRole(string text, out Role role) => Enum.TryParse(text, ignoreCase: true, out role) && Enum.IsDefined(role) && !char.IsAsciiDigit(text[0]);

    /// <summary>The role that groups give; null for none.</summary>
    public Role? RoleOf(IEnumerable<string> groups) =>
        groups.Select(group => Groups.TryGetValue(group, out var text) && TryRole(text, out var role) ? role : (Role?)null).Max();
}
