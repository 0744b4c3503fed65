using System.Net;

namespace Sensoro.Dashboard.Webhook;

internal static partial class Log
{
    [LoggerMessage(EventId = 1000, Message = "A push from {Address} was refused: {Outcome}")]
    public static partial void PushRefused(ILogger logger, LogLevel level, WebhookOutcome outcome, IPAddress? address);
}
