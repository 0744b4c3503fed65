namespace Sensoro.Dashboard.Ingestion;

internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Error, "A batch of {Count} pushes could not be written to the message log; the senders are asked to repeat")]
    public static partial void AppendFailed(ILogger logger, int count, Exception error);

    [LoggerMessage(2001, LogLevel.Error, "{Count} refused pushes could not be kept in the quarantine; the senders of the authentic ones are asked to repeat")]
    public static partial void QuarantineFailed(ILogger logger, int count, Exception error);
}
