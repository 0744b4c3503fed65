namespace Sensoro.Dashboard.Ingestion;

internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Error, "A batch of {Count} pushes could not be written to the message log; the senders are asked to repeat, until it can be written again")]
    public static partial void AppendFailed(ILogger logger, int count, Exception error);

    [LoggerMessage(2005, LogLevel.Error, "{Count} refused pushes could not be kept in the quarantine; the senders of the authentic ones are asked to repeat")]
    public static partial void QuarantineFailed(ILogger logger, int count, Exception error);

    [LoggerMessage(2001, LogLevel.Critical, "{Reason} Nobody knows what is on it: pushes are refused and the program ends, to be started anew from what is")]
    public static partial void DiskFailed(ILogger logger, string reason);

    [LoggerMessage(2002, LogLevel.Critical, "{Reason}")]
    public static partial void LogDamaged(ILogger logger, string reason);

    [LoggerMessage(2003, LogLevel.Error, "The message log cannot be written: {Reason}")]
    public static partial void LogNotWritable(ILogger logger, string reason);

    [LoggerMessage(2004, LogLevel.Information, "The message log can be written again")]
    public static partial void LogRecovered(ILogger logger);
}
