namespace Sensoro.Dashboard.Access;

/// <summary>How somebody shows who they are.</summary>
internal static class Schemes
{
    /// <summary>A bearer token in a header.</summary>
    public const string Token = "ApiToken";

    /// <summary>A provider of one's own, at which people sign in.</summary>
    public const string OpenId = "OpenIdConnect";
}
