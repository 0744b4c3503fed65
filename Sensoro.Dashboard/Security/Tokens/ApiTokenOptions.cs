namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>One bearer token of the configuration; it has every scope.</summary>
public sealed class ApiTokenOptions
{
    public string Name { get; set; } = "";

    public string Token { get; set; } = "";
}
