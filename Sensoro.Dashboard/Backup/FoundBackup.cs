namespace Sensoro.Dashboard.Backup;

/// <summary>A backup that lies in a folder.</summary>
internal sealed record FoundBackup(string Folder, BackupManifest Manifest);
