namespace Sensoro.Dashboard.Limits;

/// <summary>Names of the time limits that endpoints ask for.</summary>
internal static class TimeoutPolicies
{
    public const string Query = "query";
    public const string Export = "export";
}
