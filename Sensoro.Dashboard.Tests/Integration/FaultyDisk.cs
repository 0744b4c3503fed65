using System.Diagnostics;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>Disks that refuse, made with the tools of the system. Where one is lacking, its tests are skipped by name.</summary>
internal sealed class FaultyDisk : IDisposable
{
    private const string Strace = "/usr/bin/strace";

    private FaultyDisk(TemporaryFolder folder) => Folder = folder;

    public TemporaryFolder Folder { get; }

    private string Ballast => Folder.File("ballast");

    /// <summary>Starts a program whose flush of a file fails, once, at the given call of a thread.</summary>
    public static string[] FailingFlush(int call)
    {
        Assert.SkipUnless(File.Exists(Strace), "strace is not installed (Debian: apt-get install strace).");
        return [Strace, "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", $"inject=fsync,fdatasync:error=EIO:when={call}"];
    }

    /// <summary>A small disk in memory.</summary>
    public static async Task<FaultyDisk> MountAsync(int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Mounting a small disk needs Linux and root.");
        var disk = new FaultyDisk(new TemporaryFolder());
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Folder.Path), "This system does not let root mount a tmpfs.");
        return disk;
    }

    /// <summary>Takes all that is left.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 65_536, 4_096 })
        {
            while (TryWrite(ballast, new byte[size]))
            {
                // until there is no room for this size
            }
        }
    }

    /// <summary>Gives it back.</summary>
    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        using var unmount = Process.Start("umount", ["-l", Folder.Path]);
        unmount.WaitForExit();
        Folder.Dispose();
    }

    private static bool TryWrite(FileStream file, byte[] bytes)
    {
        try
        {
            file.Write(bytes);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }
}
