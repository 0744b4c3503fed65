using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Backup;

/// <summary>What a backup says about itself. Without it, a folder is no backup.</summary>
internal sealed record BackupManifest
{
    public const string FileName = "manifest.json";
    public const int PresentFormat = 1;

    /// <summary>How the folder is laid out.</summary>
    public required int Format { get; init; }

    /// <summary>When the copy began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string Program { get; init; }

    public required DatabaseContent Database { get; init; }

    public required IReadOnlyList<BackedUpFile> Files { get; init; }

    /// <summary>Bytes of all files.</summary>
    public long Size() => Files.Sum(static file => file.Size);
}
