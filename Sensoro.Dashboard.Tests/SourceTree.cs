namespace Sensoro.Dashboard.Tests;

/// <summary>The source that the tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = RootAbove(new DirectoryInfo(AppContext.BaseDirectory));

    private static string RootAbove(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Sensoro.Dashboard.sln"))
        ? folder.FullName
        : RootAbove(folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."));
}
