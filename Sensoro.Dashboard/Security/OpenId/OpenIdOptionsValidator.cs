using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>A provider that nobody could sign in at, or that could be impersonated, stops the start.</summary>
internal sealed class OpenIdOptionsValidator : IValidateOptions<OpenIdOptions>
{
    private const int LongestName = 40;

    public ValidateOptionsResult Validate(string? name, OpenIdOptions options)
    {
        var faults = (options.IsOn ? FaultsOf(options) : FaultsWithoutAuthority(options)).Select(static fault => $"{OpenIdOptions.Section}:{fault}").ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsWithoutAuthority(OpenIdOptions options)
    {
        if (options.ClientId.Length > 0 || options.ClientSecret.Length > 0 || options.Groups.Count > 0 || options.Only)
        {
            yield return "Authority is missing; it must be the https address of the provider, such as https://login.example.com/realms/staff.";
        }
    }

    private static IEnumerable<string> FaultsOf(OpenIdOptions options)
    {
        if (!IsAuthority(options.Authority))
        {
            yield return "Authority must be the https address of the provider, such as https://login.example.com/realms/staff; http is for this machine alone.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "ClientId is missing; it is the name that the provider knows this program by.";
        }

        if (!options.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("openid", StringComparer.Ordinal))
        {
            yield return "Scopes must be words separated by spaces, openid among them, such as openid profile groups.";
        }

        if (!IsWord(options.NameClaim))
        {
            yield return "NameClaim must be the name of a claim, such as preferred_username or email.";
        }

        if (!IsWord(options.GroupClaim))
        {
            yield return "GroupClaim must be the name of a claim, such as groups or roles.";
        }

        if (options.DisplayName.Length > LongestName || options.DisplayName.Any(char.IsControl))
        {
            yield return $"DisplayName must have at most {LongestName} characters.";
        }

        foreach (var fault in GroupFaults(options))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> GroupFaults(OpenIdOptions options)
    {
        foreach (var (group, _) in options.Groups.Where(static pair => !OpenIdOptions.TryRole(pair.Value, out _)))
        {
            yield return $"Groups:{group} must be Viewer, Operator or Administrator.";
        }

        if (options.Groups.Count == 0)
        {
            yield return "Groups is empty, so that nobody could come in; name at least one, such as Groups:staff with the value Viewer.";
        }
        else if (options.Only && options.RoleOf(options.Groups.Keys) != Role.Administrator)
        {
            yield return "Only needs a group whose role is Administrator in Groups: nobody else could make one.";
        }
    }

    private static bool IsAuthority(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsWord(string text) => text.Length > 0 && !text.Any(static letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
}
