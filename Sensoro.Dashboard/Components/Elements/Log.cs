namespace Sensoro.Dashboard.Components.Elements;

internal static partial class Log
{
    [LoggerMessage(7001, LogLevel.Warning, "A part of a page could not be loaded: {Part}")]
    public static partial void CouldNotLoad(ILogger logger, string part, Exception error);
}
