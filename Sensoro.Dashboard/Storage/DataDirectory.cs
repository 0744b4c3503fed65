namespace Sensoro.Dashboard.Storage;

/// <summary>Finds the folder for the database files when the configuration names none.</summary>
internal static class DataDirectory
{
    private const string SolutionFile = "Sensoro.Dashboard.sln";

    /// <summary>
    /// <c>/data</c> in a container, <c>data</c> beside the solution when run from source, otherwise the user's own application data.
    /// </summary>
    public static string Default(string contentRoot)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return "/data";
        }

        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return Path.Combine(folder.FullName, "data");
            }
        }

        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "sensoro-dashboard");
    }
}
