using System.Net;

namespace Sensoro.Dashboard.Admission;

internal static partial class Log
{
    [LoggerMessage(9100, LogLevel.Debug, "A request for the host {Host} from {Address} was turned away")]
    public static partial void HostUnknown(ILogger logger, string host, IPAddress? address);

    [LoggerMessage(9101, LogLevel.Warning, "A request to {Path} from a page of {Origin} was turned away; ours is {Own}")]
    public static partial void OriginForeign(ILogger logger, string path, string origin, string own);
}
