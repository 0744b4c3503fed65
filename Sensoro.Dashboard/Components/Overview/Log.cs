namespace Sensoro.Dashboard.Components.Overview;

internal static partial class Log
{
    [LoggerMessage(7000, LogLevel.Error, "The overview could not be read; open pages keep what they show and ask again")]
    public static partial void ReadFailed(ILogger logger, Exception error);
}
