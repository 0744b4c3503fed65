namespace Sensoro.Dashboard.Components.Labels;

internal static partial class Log
{
    [LoggerMessage(6150, LogLevel.Error, "A change of devices by staff could not be stored")]
    public static partial void EditFailed(ILogger logger, Exception error);
}
