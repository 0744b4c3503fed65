namespace Sensoro.Dashboard.Components.Explore;

internal static partial class Log
{
    [LoggerMessage(6600, LogLevel.Error, "Devices could not be searched for the explore page")]
    public static partial void SearchFailed(ILogger logger, Exception error);
}
