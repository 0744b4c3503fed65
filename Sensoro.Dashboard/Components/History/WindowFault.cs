using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>What is wrong with a span of time, as the key of a sentence that says it.</summary>
internal static class WindowFault
{
    /// <summary>Null when it can be shown.</summary>
    public static string? Key(TimeWindow window, DateTimeOffset now, TimeZoneInfo zone) => !window.IsReadable ? "FaultUnreadable" : window.TryResolve(now, zone, out _) switch
    {
        TimeRangeFault.None => null,
        TimeRangeFault.Empty => "FaultEmpty",
        TimeRangeFault.Inverted => "FaultInverted",
        TimeRangeFault.Future => "FaultFuture",
        TimeRangeFault.TooLong => "FaultTooLong",
    };
}
