namespace Sensoro.Dashboard.Security.Tokens;

/// <summary>Who may read the API; configuration section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    public IList<ApiTokenOptions> Tokens { get; } = [];
}
