namespace Sensoro.Dashboard.Headers;

internal static partial class Log
{
    [LoggerMessage(9000, LogLevel.Warning, "A browser reports that {Directive} has stopped {Blocked} on {Page}")]
    public static partial void Violation(ILogger logger, string directive, string blocked, string page);
}
