namespace Sensoro.Dashboard.Backup;

internal static partial class Log
{
    [LoggerMessage(3500, LogLevel.Information, "Backed up and checked: {Folder}, {Messages} messages, {Bytes} bytes")]
    public static partial void BackedUp(ILogger logger, string folder, long messages, long bytes);

    [LoggerMessage(3501, LogLevel.Error, "The scheduled backup failed and is tried again: {Reason}")]
    public static partial void BackupFailed(ILogger logger, string reason);

    [LoggerMessage(3502, LogLevel.Error, "The folder of the backups cannot be read: {Folder}")]
    public static partial void FolderUnreadable(ILogger logger, string folder, Exception error);

    [LoggerMessage(3503, LogLevel.Warning, "The backup {Folder} is made, but the audit trail could not take a line about it")]
    public static partial void BackupNotWrittenDown(ILogger logger, string folder, Exception error);
}
