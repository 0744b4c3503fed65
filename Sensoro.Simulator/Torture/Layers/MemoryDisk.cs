using System.Diagnostics;
using System.Globalization;
using Sensoro.Simulator.Bench;

namespace Sensoro.Simulator.Torture.Layers;

/// <summary>A small file system in memory, mounted over a folder as long as this lives.</summary>
internal sealed class MemoryDisk : IAsyncDisposable
{
    private readonly string _folder;

    private MemoryDisk(string folder) => _folder = folder;

    /// <exception cref="BenchException">This machine does not let us.</exception>
    public static async Task<MemoryDisk> MountAsync(string folder, long bytes, CancellationToken cancellationToken)
    {
        Requirement.Linux("a file system in memory (tmpfs)");
        Requirement.Root("a file system in memory (tmpfs)");
        var mount = Requirement.Program("mount", "mount");
        Requirement.Program("umount", "mount");
        Directory.CreateDirectory(folder);
        await RunAsync(mount, ["-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={bytes},mode=0700"), "tmpfs", folder], cancellationToken);
        return new MemoryDisk(folder);
    }

    public async ValueTask DisposeAsync() => await RunAsync("umount", [_folder], CancellationToken.None);

    private static async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new BenchException($"{program} cannot be started.");
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new BenchException($"{program} does not work here: {said.Trim().ReplaceLineEndings(" ")}");
        }
    }
}
