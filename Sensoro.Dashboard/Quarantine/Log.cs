namespace Sensoro.Dashboard.Quarantine;

internal static partial class Log
{
    [LoggerMessage(7300, LogLevel.Information, "{Task} of refused pushes ended: {Done} of {Total} done, {Refused} still refused")]
    public static partial void RunEnded(ILogger logger, QuarantineTask task, int done, int total, int refused);

    [LoggerMessage(7301, LogLevel.Error, "{Task} of refused pushes broke off; what was done until then stays done")]
    public static partial void RunFailed(ILogger logger, QuarantineTask task, Exception error);
}
