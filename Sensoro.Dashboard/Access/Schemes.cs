namespace Sensoro.Dashboard.Access;

/// <summary>How somebody shows who they are.</summary>
internal static class Schemes
{
    /// <summary>A bearer token in a header.</summary>
    public const string Token = "ApiToken";
}
