using System.Diagnostics;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage.Sqlite;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Deletes what is older than it is kept, in slices with rests between them, so that neither a push nor the projection waits
/// long. Interrupted at any point, it goes on from there the next time.
/// </summary>
internal sealed class RetentionWorker(
    MessageLog log,
    SqliteStateRetention state,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RetentionWorker> logger) : BackgroundService
{
    /// <summary>Messages deleted between two batches: some milliseconds on the connection that acknowledgements wait for.</summary>
    internal const int MessagesInSlice = 250;

    /// <summary>A slice is followed by a rest this many times as long.</summary>
    private const int RestFactor = 4;

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private long _linksFrom;

    /// <summary>Deletes all that is too old now.</summary>
    /// <exception cref="StorageException">A file could not be written; what was deleted until then is gone.</exception>
    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var messages = await SweepMessagesAsync(now - options.Value.Messages, cancellationToken);
        await RepeatAsync(() => log.RemoveOldRefused(now, MessagesInSlice) > 0, cancellationToken);
        var readings = await SweepReadingsAsync(now - options.Value.Readings, cancellationToken);
        await RepeatAsync(state.GiveBackSpace, cancellationToken);
        if (messages + readings > 0)
        {
            Log.Deleted(logger, messages, readings);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var rest = AfterStart; ; rest = Between)
            {
                await Task.Delay(rest, time, stoppingToken);
                await TrySweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; the next start goes on.
        }
    }

    private async Task TrySweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SweepAsync(stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.RetentionFailed(logger, error);
        }
    }

    /// <summary>The messages, then the state's links to them: a link without its message is passed over, not the other way round.</summary>
    private async Task<long> SweepMessagesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (deleted, folded) = (0L, state.ReadCursor(log.Generation));
        await RepeatAsync(
            () =>
            {
                var slice = log.DeleteOldest(before, folded, MessagesInSlice);
                deleted += slice;
                return slice > 0;
            },
            cancellationToken);
        await RepeatAsync(log.GiveBackSpace, cancellationToken);
        if (log.FirstId is var first && first > _linksFrom)
        {
            var walk = new StateWalk(StateWalk.Start);
            await RepeatAsync(() => state.DeleteLinks(walk, first), cancellationToken);
            _linksFrom = first;
        }

        return deleted;
    }

    /// <summary>The mark first: from then on the projection knows that the readings before it are incomplete.</summary>
    private async Task<long> SweepReadingsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var day = new DateTimeOffset(before.UtcDateTime.Date, TimeSpan.Zero);
        state.MarkReadings(day);
        var walk = new StateWalk(StateWalk.Start);
        await RepeatAsync(() => state.DeleteReadings(walk, day), cancellationToken);
        await RepeatAsync(() => state.DeleteMinutes(day), cancellationToken);
        return walk.Deleted;
    }

    private async Task RepeatAsync(Func<bool> slice, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            if (!slice())
            {
                return;
            }

            var rest = Stopwatch.GetElapsedTime(started) * RestFactor;
            await Task.Delay(rest < LongestRest ? rest : LongestRest, time, cancellationToken);
        }
    }
}
