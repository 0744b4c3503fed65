namespace Sensoro.Dashboard.Storage;

internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Message bodies are written with a new dictionary: {Bytes} bytes for {Messages} sample bodies of {RawBytes} bytes")]
    public static partial void DictionaryTrained(ILogger logger, long bytes, int messages, long rawBytes);

    [LoggerMessage(3001, LogLevel.Warning, "No dictionary for message bodies could be trained; they are written as before")]
    public static partial void TrainingFailed(ILogger logger, Exception error);

    [LoggerMessage(3002, LogLevel.Information, "Retention deleted {Messages} messages and {Readings} readings")]
    public static partial void Deleted(ILogger logger, long messages, long readings);

    [LoggerMessage(3003, LogLevel.Error, "Retention was interrupted; it is tried again within the hour")]
    public static partial void RetentionFailed(ILogger logger, Exception error);
}
