namespace Sensoro.Dashboard.Components.Messages;

internal static partial class Log
{
    [LoggerMessage(7100, LogLevel.Error, "The ledger could not be read; the page offers to try again")]
    public static partial void LedgerFailed(ILogger logger, Exception error);

    [LoggerMessage(7101, LogLevel.Error, "Message {Id} could not be read; the page offers to try again")]
    public static partial void MessageFailed(ILogger logger, long id, Exception error);
}
