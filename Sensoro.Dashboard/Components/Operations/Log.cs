namespace Sensoro.Dashboard.Components.Operations;

internal static partial class Log
{
    [LoggerMessage(7100, LogLevel.Error, "The messages that were set aside could not be tried again")]
    public static partial void RetryFailed(ILogger logger, Exception error);
}
