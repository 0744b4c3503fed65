namespace Sensoro.Dashboard.Demo;

internal static partial class Log
{
    [LoggerMessage(7000, LogLevel.Error, "The demo fleet has stopped")]
    public static partial void FleetFailed(ILogger logger, Exception error);
}
