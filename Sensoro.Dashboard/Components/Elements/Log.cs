namespace Sensoro.Dashboard.Components.Elements;

internal static partial class Log
{
    [LoggerMessage(7001, LogLevel.Warning, "A part of a page could not be loaded: {Part}")]
    public static partial void CouldNotLoad(ILogger logger, string part, Exception error);

    [LoggerMessage(7003, LogLevel.Error, "A change that was asked for on a page could not be made: {Page}")]
    public static partial void CouldNotChange(ILogger logger, string page, Exception error);
}
