namespace Sensoro.Dashboard.Components.Connect;

internal static partial class Log
{
    [LoggerMessage(7201, LogLevel.Warning, "A test push broke off")]
    public static partial void TestPushFailed(ILogger logger, Exception error);
}
