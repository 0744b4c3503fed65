namespace Sensoro.Dashboard.Components.Tasks;

internal static partial class Log
{
    [LoggerMessage(6200, LogLevel.Error, "The task results could not be read; the page offers to try again")]
    public static partial void ReadFailed(ILogger logger, Exception error);

    [LoggerMessage(6201, LogLevel.Error, "A task could not be linked or unlinked; the page says so")]
    public static partial void LinkFailed(ILogger logger, Exception error);
}
