using System.Diagnostics;
using System.Runtime.InteropServices;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Results;

/// <summary>Reads off this machine and this source what a result has to say of both.</summary>
internal static class OriginReader
{
    public static async Task<RunOrigin> ReadAsync(DateTimeOffset now, string command, CancellationToken cancellationToken) => new()
    {
        At = now,
        Cores = Environment.ProcessorCount,
        Framework = RuntimeInformation.FrameworkDescription,
        System = RuntimeInformation.OSDescription,
        Commit = await CommitAsync(cancellationToken),
        Command = command,
    };

    private static async Task<string> CommitAsync(CancellationToken cancellationToken)
    {
        if (DashboardBuild.SolutionFolder() is not { } folder)
        {
            return "";
        }

        var commit = await GitAsync(folder, ["rev-parse", "--short", "HEAD"], cancellationToken);
        var changes = await GitAsync(folder, ["status", "--porcelain", "--untracked-files=no"], cancellationToken);
        return commit.Length > 0 && changes.Length > 0 ? commit + "+" : commit;
    }

    private static async Task<string> GitAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using var git = Process.Start(start);
            if (git is null)
            {
                return "";
            }

            var said = await git.StandardOutput.ReadToEndAsync(cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
            return git.ExitCode == 0 ? said.Trim() : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no git on this machine.
            return "";
        }
    }
}
