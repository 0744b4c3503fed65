namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Where the build has put the real program.</summary>
internal static class PublishedDashboard
{
    private const string Project = "Sensoro.Dashboard";

    /// <summary>The output folder of the web application's own project, beside that of the tests and built in the same way.</summary>
    public static string Folder { get; } = Path.GetFullPath(AppContext.BaseDirectory.Replace($"{Project}.Tests", Project, StringComparison.Ordinal));

    public static string Program { get; } = Path.Combine(Folder, $"{Project}.dll");
}
