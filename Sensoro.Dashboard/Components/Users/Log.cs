namespace Sensoro.Dashboard.Components.Users;

internal static partial class Log
{
    [LoggerMessage(6180, LogLevel.Error, "A change to the users could not be made")]
    public static partial void ChangeFailed(ILogger logger, Exception error);
}
