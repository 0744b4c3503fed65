using System.Runtime.InteropServices;
using System.Text;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Puts on disk which files a folder has. A file that was written and flushed can still be missing after a power cut, or have its
/// old name, until its folder was flushed, too. .NET opens no folders, so this asks the C library.
/// </summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS keeps names in its own journal
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (descriptor < 0)
        {
            throw Error(folder);
        }

        try
        {
            if (Fsync(descriptor) != 0)
            {
                throw Error(folder);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Error(string folder) => new($"The folder {folder} could not be flushed ({Marshal.GetLastPInvokeErrorMessage()}).");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
