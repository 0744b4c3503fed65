namespace Sensoro.Dashboard.Api;

/// <summary>One read-only bearer token.</summary>
public sealed class ApiTokenOptions
{
    public string Name { get; set; } = "";

    public string Token { get; set; } = "";
}
