namespace Sensoro.Dashboard.Security;

internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Information, "Application {AppId}: {Change}")]
    public static partial void ApplicationChanged(ILogger logger, ChangeKind change, string appId);

    [LoggerMessage(6001, LogLevel.Warning, "The keys of application {AppId} cannot be decrypted; its pushes are refused until they are entered anew or the key ring is restored")]
    public static partial void SealNotOpened(ILogger logger, string appId, Exception error);

    [LoggerMessage(6002, LogLevel.Error, "The stored applications cannot be read: {File} is left as it is")]
    public static partial void FileUnreadable(ILogger logger, string file, Exception error);

    [LoggerMessage(6003, LogLevel.Error, "The stored applications cannot be written: {File}")]
    public static partial void FileNotWritten(ILogger logger, string file, Exception error);
}
