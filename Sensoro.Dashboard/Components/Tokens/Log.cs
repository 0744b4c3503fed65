namespace Sensoro.Dashboard.Components.Tokens;

internal static partial class Log
{
    [LoggerMessage(6190, LogLevel.Error, "A change to the tokens could not be made")]
    public static partial void ChangeFailed(ILogger logger, Exception error);
}
