namespace Sensoro.Dashboard.Ingestion;

internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Error, "A batch of {Count} pushes could not be written to the message log; the senders are asked to repeat")]
    public static partial void AppendFailed(ILogger logger, int count, Exception error);
}
