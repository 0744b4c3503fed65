using System.Security.Cryptography;

namespace Sensoro.Dashboard.Backup;

/// <summary>Copies a file so that it is on disk afterwards.</summary>
internal static class FlushedCopy
{
    /// <returns>The SHA-256 of what was copied, in hexadecimal digits.</returns>
    public static string Write(string source, string target)
    {
        const int BufferSize = 1 << 20;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var to = new FileStream(target, Options());
        var buffer = new byte[BufferSize];
        while (from.Read(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }

        to.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Secrets may be in it.</summary>
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
