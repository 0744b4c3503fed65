using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads about the databases themselves.</summary>
public sealed class StorageQueries(
    IOptions<StorageOptions> options, IOptions<RetentionOptions> retention, IDbContextFactory<LogDbContext> logs, IDbContextFactory<SensoroDbContext> states, TimeProvider time)
{
    private const long MinutesPerDay = 1_440;
    private const long MinutesPerWeek = 7 * MinutesPerDay;
    private const long MillisecondsPerMinute = 60_000;

    /// <summary>What came in less than this says nothing of a day.</summary>
    private const long LeastMinutes = 60;

    public async Task<StorageUse> ReadAsync(CancellationToken cancellationToken)
    {
        var storage = options.Value;
        await using var log = await logs.CreateDbContextAsync(cancellationToken);

        // Retention takes from the old end alone, so that the ids between the ends are all there.
        var oldest = await log.Messages.AsNoTracking().OrderBy(message => message.Id)
            .Select(message => new { message.Id, message.ReceivedAt }).FirstOrDefaultAsync(cancellationToken);
        var newest = await log.Messages.AsNoTracking().OrderByDescending(message => message.Id).Select(message => message.Id).FirstOrDefaultAsync(cancellationToken);
        return new StorageUse
        {
            LogBytes = SizeOf(storage.LogFile),
            StateBytes = SizeOf(storage.StateFile),
            FreeBytes = FreeBytes(storage.DataDirectory),
            Messages = oldest is null ? 0 : newest - oldest.Id + 1,
            OldestMessageAt = oldest?.ReceivedAt,
            PushesPerDay = await PushesPerDayAsync(cancellationToken),
            MessagesKept = retention.Value.Messages,
            ReadingsKept = retention.Value.Readings,
        };
    }

    private async Task<double?> PushesPerDayAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / MillisecondsPerMinute;
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var week = state.PushMinutes.AsNoTracking().Where(minute => minute.Minute > now - MinutesPerWeek && minute.Minute <= now);
        var first = await week.OrderBy(minute => minute.Minute).Select(minute => (long?)minute.Minute).FirstOrDefaultAsync(cancellationToken);
        return first is { } from && now - from + 1 >= LeastMinutes
            ? await week.SumAsync(minute => (long)minute.Count, cancellationToken) * (double)MinutesPerDay / (now - from + 1)
            : null;
    }

    private static long SizeOf(string file) => Length(file) + Length(file + "-wal");

    private static long Length(string file) => new FileInfo(file) is { Exists: true, Length: var length } ? length : 0;

    private static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
