using System.Globalization;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Projection;

/// <summary>
/// Folds anew what the log holds, for when the catalogue or a rule has changed: the program does this instead of serving, and ends.
/// It can be stopped at any moment: every fold is a transaction, and the next rebuild, or the next start, goes on behind it.
/// </summary>
internal sealed class ProjectionRebuild(MessageLog log, MessageQueries messages, LogFold fold, CarefulFold careful, SetAsideMessages setAside, TimeProvider time)
{
    public const string Flag = "--rebuild-projections";

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(1);

    /// <exception cref="StorageException">The state cannot be used, or another program folds into it.</exception>
    /// <exception cref="OperationCanceledException">Stopped half-way.</exception>
    public async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        fold.CheckPairing();
        if (await messages.ExtentAsync(cancellationToken) is not { } extent)
        {
            await output.WriteLineAsync("The log holds no message: there is nothing to fold anew.");
            return;
        }

        fold.BeginRebuild(extent);
        var (total, started) = (log.LastId - extent.OldestId + 1, fold.Cursor - extent.OldestId + 1);
        await output.WriteLineAsync(started > 0 ? Text($"Going on after {started:N0} of {total:N0} messages.") : Text($"Folding {total:N0} messages anew."));
        try
        {
            await FoldAsync(output, extent, total, cancellationToken);
            if (await setAside.CountAsync(cancellationToken) is > 0 and var left)
            {
                await output.WriteLineAsync(Text($"{left:N0} messages could not be folded and are set aside; the page System shows why."));
            }
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync(Text($"Stopped after {fold.Cursor - extent.OldestId + 1:N0} of {total:N0} messages. The next rebuild goes on from there; so does the program when it is started."));
            throw;
        }
    }

    private async Task FoldAsync(TextWriter output, LogExtent extent, long total, CancellationToken cancellationToken)
    {
        var (start, first) = (time.GetTimestamp(), fold.Cursor);
        var shown = TimeSpan.Zero;
        while (log.ReadAfter(fold.Cursor, careful.Limit) is { Count: > 0 } next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (careful.Apply(next) is null)
            {
                continue; // with less
            }

            var (done, took) = (fold.Cursor - extent.OldestId + 1, time.GetElapsedTime(start));
            if (took - shown >= BetweenLines || done >= total)
            {
                shown = took;
                var speed = (fold.Cursor - first) / Math.Max(took.TotalSeconds, 0.001);
                await output.WriteLineAsync(Text($"{done:N0} of {total:N0} messages ({100.0 * done / total:F1} %), {speed:N0} a second"));
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
