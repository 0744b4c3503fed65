namespace Sensoro.Dashboard.Components.Devices;

internal static partial class Log
{
    [LoggerMessage(6100, LogLevel.Error, "The devices could not be read; the page offers to try again")]
    public static partial void ReadFailed(ILogger logger, Exception error);

    [LoggerMessage(6101, LogLevel.Error, "A saved view could not be stored, renamed or removed; the page says so")]
    public static partial void ViewNotStored(ILogger logger, Exception error);
}
