namespace Sensoro.Dashboard.Components.Devices;

internal static partial class Log
{
    [LoggerMessage(6100, LogLevel.Error, "The devices could not be read; the page offers to try again")]
    public static partial void ReadFailed(ILogger logger, Exception error);
}
