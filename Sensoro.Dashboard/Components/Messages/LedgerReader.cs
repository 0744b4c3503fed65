using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>Finds lines of the ledger, newest first, in bounded steps.</summary>
internal sealed class LedgerReader(MessageQueries messages, DeviceQueries devices)
{
    /// <summary>A text that ends the SNs of more devices than this is no answer to "which device".</summary>
    private const int MaxDevices = 5;

    private const int MaxCandidates = 100;
    private const int ShortestEnding = 3;

    /// <summary>How many lines one step looks through for what may be rare.</summary>
    private const long SearchSpan = 100_000;

    /// <summary>Finds out which devices the question may mean.</summary>
    public async Task<LedgerScope> ResolveAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        if (query.Text.Length < ShortestEnding)
        {
            return new LedgerScope(query, query.Text.Length == 0 ? [] : [query.Text]);
        }

        if (await devices.FindAsync(query.Text, cancellationToken) is { } exact)
        {
            return new LedgerScope(query, [exact.Sn]);
        }

        var candidates = await devices.ListAsync(new DeviceFilter { Search = query.Text, Sort = DeviceSort.Sn }, 0, MaxCandidates, cancellationToken);
        var ending = candidates.Items.Where(device => device.Sn.EndsWith(query.Text, StringComparison.OrdinalIgnoreCase)).Select(static device => device.Sn);
        return new LedgerScope(query, [.. ending.Take(MaxDevices)]);
    }

    public Task<LedgerPage> ReadAsync(LedgerScope scope, long? before, int count, CancellationToken cancellationToken) => scope.Query switch
    {
        { IsEverything: true } => NewestAsync(before, count, cancellationToken),
        { Text.Length: 0 } => SearchAsync(scope, before, count, cancellationToken),
        _ => LookUpAsync(scope, before, count, cancellationToken),
    };

    private async Task<LedgerPage> NewestAsync(long? before, int count, CancellationToken cancellationToken)
    {
        var entries = await messages.NewestAsync(new MessageFilter(), before, count, cancellationToken);
        return new LedgerPage(entries, entries.Count < count ? null : entries[^1].Id);
    }

    /// <summary>By kind or mode: the log has no index for them, so each step looks through a bounded run of it.</summary>
    private async Task<LedgerPage> SearchAsync(LedgerScope scope, long? before, int count, CancellationToken cancellationToken)
    {
        var end = before ?? await EndAsync(cancellationToken);
        var start = Math.Max(0, end - SearchSpan - 1);
        var filter = new MessageFilter { Kind = scope.Query.Kind, Encrypted = scope.Query.Encrypted, After = start };
        var entries = await messages.NewestAsync(filter, end, count, cancellationToken);
        var full = entries.Count == count;
        return new LedgerPage(entries, full ? entries[^1].Id : start > 0 ? start + 1 : null);
    }

    private async Task<long> EndAsync(CancellationToken cancellationToken)
    {
        var newest = await messages.NewestAsync(new MessageFilter(), null, 1, cancellationToken);
        return newest.Count == 0 ? 0 : newest[0].Id + 1;
    }

    /// <summary>
    /// By what the text may be: a msgId, a taskId or one of the devices. Each is an index of its own; together they are complete down
    /// to the id where the first of them that has more to give breaks off.
    /// </summary>
    private async Task<LedgerPage> LookUpAsync(LedgerScope scope, long? before, int count, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, LedgerEntry>();
        var edge = 0L;
        foreach (var filter in Meanings(scope))
        {
            var entries = await messages.NewestAsync(filter, before, count, cancellationToken);
            edge = entries.Count < count ? edge : Math.Max(edge, entries[^1].Id);
            foreach (var entry in entries)
            {
                found[entry.Id] = entry;
            }
        }

        var complete = found.Values.Where(entry => entry.Id >= edge && scope.MatchesShape(entry)).OrderByDescending(static entry => entry.Id).ToArray();
        var page = complete.Take(count).ToArray();
        return new LedgerPage(page, page.Length < complete.Length ? page[^1].Id : edge > 0 ? edge : null);
    }

    private static IEnumerable<MessageFilter> Meanings(LedgerScope scope) =>
    [
        new() { MsgId = scope.Query.Text },
        new() { TaskId = scope.Query.Text },
        .. scope.SerialNumbers.Select(static sn => new MessageFilter { Sn = sn }),
    ];
}
