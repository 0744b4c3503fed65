using System.Diagnostics;

namespace Sensoro.Simulator.Bench.Servers;

/// <summary>Finds the web application to measure: the one that was named, or the Release build of this source.</summary>
internal static class DashboardBuild
{
    private const string Project = "Sensoro.Dashboard";
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(10);

    /// <summary>The folder of the solution around this program; null when it does not run from its source.</summary>
    public static string? SolutionFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, $"{Project}.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    /// <param name="named">The assembly the user named; null for the Release build of this source, brought up to date first.</param>
    /// <exception cref="BenchException">There is none.</exception>
    public static async Task<string> LocateAsync(string? named, TextWriter output, CancellationToken cancellationToken)
    {
        if (named is not null)
        {
            return File.Exists(named) ? Path.GetFullPath(named) : throw new BenchException($"--app: there is no file {named}.");
        }

        var solution = SolutionFolder() ?? throw new BenchException("--app: name the Sensoro.Dashboard.dll to measure; this program does not run from its source.");
        await output.WriteLineAsync("Building the dashboard (Release) ...");
        await BuildAsync(Path.Combine(solution, Project), cancellationToken);
        return Path.Combine(solution, Project, "bin", "Release", "net10.0", $"{Project}.dll");
    }

    /// <summary>
    /// An up-to-date check is a few seconds; measuring yesterday's build would cost more. No helper of the build may stay behind
    /// and work beside the measurement, and nothing may make this program's own files look old: they are in use.
    /// </summary>
    private static async Task BuildAsync(string project, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var build = Process.Start(start) ?? throw new BenchException("dotnet build cannot be started.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(BuildLimit);
        var said = await build.StandardOutput.ReadToEndAsync(limit.Token);
        await build.WaitForExitAsync(limit.Token);
        if (build.ExitCode != 0)
        {
            throw new BenchException($"The dashboard does not build: {said.Trim().ReplaceLineEndings(" ")}");
        }
    }
}
