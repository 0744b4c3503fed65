using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads about the fleet and the stream as a whole.</summary>
public sealed class FleetQueries(IDbContextFactory<SensoroDbContext> states)
{
    private const long MillisecondsPerMinute = 60_000;
    private const long MinutesPerHour = 60;
    private const long MinutesPerWeek = 7 * 24 * MinutesPerHour;

    /// <summary>Devices by state, the pushes of the last whole minute and the newest receipt.</summary>
    public async Task<FleetCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var byStatus = new int[FleetCounts.Empty.ByStatus.Count];
        foreach (var type in await TypeCountReader.ReadAsync(state, now, cancellationToken))
        {
            for (var status = 0; status < byStatus.Length; status++)
            {
                byStatus[status] += type.ByStatus[status];
            }
        }

        var lastMinute = (now.ToUnixTimeMilliseconds() / MillisecondsPerMinute) - 1;
        var pushes = await state.PushMinutes.AsNoTracking().Where(minute => minute.Minute == lastMinute).Select(minute => minute.Count).FirstOrDefaultAsync(cancellationToken);
        var lastPush = await state.Devices.AsNoTracking().Where(device => device.LastMessageId > 0).OrderByDescending(device => device.LastMessageId)
            .Select(device => (DateTimeOffset?)device.LastSeenAt).FirstOrDefaultAsync(cancellationToken);
        return new FleetCounts(now, byStatus, pushes, lastPush);
    }

    /// <summary>Devices by type and state, in the order of the types' names.</summary>
    public async Task<IReadOnlyList<TypeCounts>> CountByTypeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await TypeCountReader.ReadAsync(state, now, cancellationToken);
    }

    /// <summary>Pushes of each minute, oldest first, from <paramref name="minutes"/> ago up to the last whole minute; minutes without pushes are zero.</summary>
    public async Task<IReadOnlyList<int>> PushesPerMinuteAsync(DateTimeOffset now, int minutes, CancellationToken cancellationToken)
    {
        var current = now.ToUnixTimeMilliseconds() / MillisecondsPerMinute;
        var from = current - minutes;
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var counts = await state.PushMinutes.AsNoTracking().Where(minute => minute.Minute >= from && minute.Minute < current)
            .ToDictionaryAsync(minute => minute.Minute, minute => minute.Count, cancellationToken);
        return [.. Enumerable.Range(0, minutes).Select(i => counts.GetValueOrDefault(from + i))];
    }

    /// <summary>How many pushes came in the last full hour of minutes, and in the same one a week before.</summary>
    public async Task<ArrivalRate> ArrivalRateAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = now.ToUnixTimeMilliseconds() / MillisecondsPerMinute;
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return new ArrivalRate(await PushesAsync(state, current, cancellationToken), await PushesAsync(state, current - MinutesPerWeek, cancellationToken));
    }

    private static Task<long> PushesAsync(SensoroDbContext state, long to, CancellationToken cancellationToken) => state.PushMinutes.AsNoTracking()
        .Where(minute => minute.Minute >= to - MinutesPerHour && minute.Minute < to).SumAsync(minute => (long)minute.Count, cancellationToken);
}
