namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>Addresses on the way to the provider and back.</summary>
internal static class OpenIdAddress
{
    public const string SignIn = "/account/openid";

    /// <summary>Where the provider sends people back to; it is registered there.</summary>
    public const string Callback = "/account/openid/callback";

    public const string SignOut = "/account/openid/sign-out";

    /// <summary>Where the provider sends people back to after they have signed out there; it is registered there.</summary>
    public const string SignedOutCallback = "/account/openid/signed-out";

    public const string Failed = "/account/openid/failed";

    public const string SignedOut = "/account/signed-out";

    /// <summary>The same page, which goes on to the provider's own sign-out.</summary>
    public const string SignedOutThere = SignedOut + "?provider=true";

    public static string SignInThen(string address) => address is "/" or "" ? SignIn : $"{SignIn}?returnUrl={Uri.EscapeDataString(address)}";

    public static string FailedBecause(OpenIdOutcome outcome) => $"{Failed}?reason={outcome}";
}
