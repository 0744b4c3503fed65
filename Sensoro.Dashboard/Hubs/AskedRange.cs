using Microsoft.AspNetCore.SignalR;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Hubs;

/// <summary>The span of time a browser asks for, or in plain words what is wrong with it.</summary>
internal static class AskedRange
{
    // Far from both ends of what a time can be, so that nothing that is added or taken away can overflow.
    private static readonly long Latest = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <param name="from">Unix milliseconds.</param>
    /// <param name="to">Unix milliseconds; the very moment is included.</param>
    /// <param name="time">Tells what lies in the future.</param>
    public static TimeRange Of(long from, long to, TimeProvider time)
    {
        if (from < 0 || to < 0 || from > Latest || to > Latest)
        {
            throw new HubException("The range must be given in Unix milliseconds.");
        }

        var fault = TimeRange.TryCreate(DateTimeOffset.FromUnixTimeMilliseconds(from), DateTimeOffset.FromUnixTimeMilliseconds(to), time.GetUtcNow(), out var range);
        return fault switch
        {
            TimeRangeFault.None => range.ThroughEnd,
            TimeRangeFault.Empty => throw new HubException("The range must not end where it starts."),
            TimeRangeFault.Inverted => throw new HubException("The range must start before it ends."),
            TimeRangeFault.Future => throw new HubException("The range must not start in the future."),
            TimeRangeFault.TooLong => throw new HubException("The range must not be longer than 20 years."),
        };
    }
}
