namespace Sensoro.Dashboard.TestPushes;

internal static partial class Log
{
    [LoggerMessage(8100, LogLevel.Information, "A test push of application {AppId} to {Address} ended at {Step}: {Fault}")]
    public static partial void TestPushEnded(ILogger logger, string appId, Uri address, TestPushStep step, TestPushFault fault);
}
