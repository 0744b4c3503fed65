namespace Sensoro.Dashboard.Export;

internal static partial class Log
{
    [LoggerMessage(8000, LogLevel.Error, "An export failed; its part was removed")]
    public static partial void ExportFailed(ILogger logger, Exception error);

    [LoggerMessage(8001, LogLevel.Warning, "An export ended early: {Fault}")]
    public static partial void ExportEnded(ILogger logger, ExportFault fault);

    [LoggerMessage(8002, LogLevel.Warning, "The note of an export could not be written; after a restart it is not known any more")]
    public static partial void NoteNotWritten(ILogger logger, Exception error);

    [LoggerMessage(8003, LogLevel.Warning, "The note of an export could not be read; the export is left alone")]
    public static partial void NoteUnreadable(ILogger logger, Exception error);

    [LoggerMessage(8004, LogLevel.Warning, "A file of an export could not be deleted")]
    public static partial void FileNotDeleted(ILogger logger, Exception error);

    [LoggerMessage(8005, LogLevel.Error, "The exports of earlier runs could not be read; new ones will fail until the folder can be used")]
    public static partial void FolderUnusable(ILogger logger, Exception error);
}
