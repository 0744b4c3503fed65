namespace Sensoro.Dashboard.Projection;

internal static partial class Log
{
    [LoggerMessage(2500, LogLevel.Error, "The log could not be folded after message {Cursor}; it is tried again")]
    public static partial void FoldFailed(ILogger logger, long cursor, Exception error);

    [LoggerMessage(2501, LogLevel.Warning, "Message {Id} is in the log but cannot be read with the present rules; it stays in the ledger")]
    public static partial void MessageUnreadable(ILogger logger, long id);

    [LoggerMessage(2502, LogLevel.Error, "The devices could not be counted; the last counts stay")]
    public static partial void CountFailed(ILogger logger, Exception error);

    [LoggerMessage(2503, LogLevel.Error, "A change of devices by staff is stored but could not be shown at once")]
    public static partial void EditsNotPublished(ILogger logger, Exception error);

    [LoggerMessage(2504, LogLevel.Information, "Maintenance of {Count} devices is over: they can raise alarms again")]
    public static partial void MaintenanceEnded(ILogger logger, int count);

    [LoggerMessage(2505, LogLevel.Error, "Maintenance that is over could not be ended; it is tried again")]
    public static partial void MaintenanceNotEnded(ILogger logger, Exception error);

    [LoggerMessage(2506, LogLevel.Error, "Message {Id} could not be folded in {Tries} tries and is set aside; the others go on")]
    public static partial void MessageSetAside(ILogger logger, long id, int tries, Exception error);

    [LoggerMessage(2507, LogLevel.Information, "Message {Id}, which was set aside, is folded")]
    public static partial void MessageFoldedAfterAll(ILogger logger, long id);

    [LoggerMessage(2508, LogLevel.Warning, "Message {Id}, which was set aside, still cannot be folded")]
    public static partial void MessageFailedAgain(ILogger logger, long id, Exception error);
}
