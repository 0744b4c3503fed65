namespace Sensoro.Dashboard.Components.DeviceFiles;

internal static partial class Log
{
    [LoggerMessage(6170, LogLevel.Error, "A file of devices could not be compared with what is known of them")]
    public static partial void CompareFailed(ILogger logger, Exception error);
}
