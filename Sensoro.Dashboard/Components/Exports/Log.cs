namespace Sensoro.Dashboard.Components.Exports;

internal static partial class Log
{
    [LoggerMessage(6300, LogLevel.Error, "The size of an export could not be estimated; the page offers to try again")]
    public static partial void EstimateFailed(ILogger logger, Exception error);
}
