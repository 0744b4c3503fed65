namespace Sensoro.Dashboard.Hubs;

internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Error, "An update could not be broadcast; browsers catch up with the next one")]
    public static partial void BroadcastFailed(ILogger logger, Exception error);
}
