namespace Sensoro.Dashboard.Components.Device;

internal static partial class Log
{
    [LoggerMessage(7100, LogLevel.Warning, "A part of the device page could not be loaded: {Part}")]
    public static partial void CouldNotLoad(ILogger logger, string part, Exception error);
}
