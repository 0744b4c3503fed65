using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Reads of the ledger. A device's messages are found through the state file, which holds the log by device; the state is
/// read first, so that it never names a message the log does not show yet.
/// </summary>
public sealed class MessageQueries(IDbContextFactory<LogDbContext> logs, IDbContextFactory<SensoroDbContext> states, BodyReader bodies)
{
    public const int MaxPageSize = 1_000;

    /// <summary>Most messages read with their bodies at once for a screen.</summary>
    public const int MaxNewest = 50;

    /// <summary>The line of a row, for the database and for a row that is here already.</summary>
    private static readonly Expression<Func<MessageRow, LedgerEntry>> Entry = row => new LedgerEntry
    {
        Id = row.Id,
        AppId = row.AppId,
        Kind = PushKinds.Parse(row.Kind),
        Sn = row.Sn,
        DeviceType = row.DeviceType,
        TaskId = row.TaskId,
        MsgId = row.MsgId,
        CreatedAt = row.CreatedAt,
        ReceivedAt = row.ReceivedAt,
        SentAt = row.SentAt,
        ReplayedAt = row.ReplayedAt,
        Encrypted = row.Encrypted,
        Deliveries = row.Deliveries,
        Conflict = row.Conflict,
        Size = row.Size,
    };

    private static readonly Func<MessageRow, LedgerEntry> EntryOf = Entry.Compile();

    /// <summary>What the log still holds; null when it is empty. Counts the messages: not for every day.</summary>
    public async Task<LogExtent?> ExtentAsync(CancellationToken cancellationToken)
    {
        await using var log = await logs.CreateDbContextAsync(cancellationToken);
        var oldest = await log.Messages.AsNoTracking().OrderBy(message => message.Id)
            .Select(message => new { message.Id, message.ReceivedAt }).FirstOrDefaultAsync(cancellationToken);
        return oldest is null ? null : new LogExtent(oldest.Id, oldest.ReceivedAt, await IsWholeAsync(log, cancellationToken));
    }

    /// <summary>Messages after an id, oldest first, with what they say.</summary>
    public async Task<IReadOnlyList<LoggedMessage>> ReadAfterAsync(MessageFilter filter, long after, int limit, CancellationToken cancellationToken)
    {
        await using var log = await logs.CreateDbContextAsync(cancellationToken);
        var (found, size) = (new List<LoggedMessage>(), Math.Clamp(limit, 1, MaxPageSize));
        for (long? edge = after; edge is { } from && found.Count < size;)
        {
            (var messages, edge) = await MatchingAsync(log, filter, from, newestFirst: false, size, cancellationToken);
            var rows = await messages.Where(message => message.Id > from).OrderBy(message => message.Id).Take(size - found.Count).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(ToMessage));
        }

        return found;
    }

    /// <summary>The newest lines of the ledger before an id, newest first, without bodies.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> NewestAsync(MessageFilter filter, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var log = await logs.CreateDbContextAsync(cancellationToken);
        var (found, size) = (new List<LedgerEntry>(), Math.Clamp(limit, 1, MaxPageSize));
        for (long? edge = before ?? long.MaxValue; edge is { } end && found.Count < size;)
        {
            (var messages, edge) = await MatchingAsync(log, filter, end, newestFirst: true, size, cancellationToken);
            found.AddRange(await ToEntries(messages.Where(message => message.Id < end).OrderByDescending(message => message.Id)
                .Take(size - found.Count)).ToListAsync(cancellationToken));
        }

        return found;
    }

    /// <summary>The newest messages, newest first, with what they say. Bodies can be large: ask for few.</summary>
    public async Task<IReadOnlyList<LoggedMessage>> ReadNewestAsync(MessageFilter filter, int limit, CancellationToken cancellationToken)
    {
        await using var log = await logs.CreateDbContextAsync(cancellationToken);
        var (messages, _) = await MatchingAsync(log, filter, long.MaxValue, newestFirst: true, limit, cancellationToken);
        var rows = await messages.OrderByDescending(message => message.Id).Take(Math.Clamp(limit, 1, MaxNewest)).ToListAsync(cancellationToken);
        return rows.ConvertAll(ToMessage);
    }

    /// <summary>Lines of the ledger after an id, oldest first, without bodies.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> EntriesAfterAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var log = await logs.CreateDbContextAsync(cancellationToken);
        return await ToEntries(log.Messages.AsNoTracking().Where(message => message.Id > after).OrderBy(message => message.Id).Take(limit)).ToListAsync(cancellationToken);
    }

    public async Task<LoggedMessage?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var log = await logs.CreateDbContextAsync(cancellationToken);
        var row = await log.Messages.AsNoTracking().FirstOrDefaultAsync(message => message.Id == id, cancellationToken);
        return row is null ? null : ToMessage(row);
    }

    private static async Task<bool> IsWholeAsync(LogDbContext log, CancellationToken cancellationToken) =>
        await log.Messages.LongCountAsync(cancellationToken) == await log.LogState.AsNoTracking().MaxAsync(state => state.LastId, cancellationToken);

    /// <summary>
    /// The messages that fit beyond an edge. Those of a device or a task are looked at in runs of ids, of which the rest of the
    /// filter may leave any number: the second value is the edge of the next run, or null when this was the last one.
    /// </summary>
    private async Task<(IQueryable<MessageRow> Messages, long? Next)> MatchingAsync(
        LogDbContext log, MessageFilter filter, long edge, bool newestFirst, int limit, CancellationToken cancellationToken)
    {
        var messages = log.Messages.AsNoTracking();
        long? next = null;
        if (!string.IsNullOrEmpty(filter.MsgId))
        {
            messages = WithMsgId(log, filter.MsgId).AsNoTracking();
            messages = string.IsNullOrEmpty(filter.Sn) ? messages : messages.Where(message => message.Sn == filter.Sn);
            messages = string.IsNullOrEmpty(filter.TaskId) ? messages : messages.Where(message => message.TaskId == filter.TaskId);
        }
        else if (!string.IsNullOrEmpty(filter.Sn) || !string.IsNullOrEmpty(filter.TaskId))
        {
            var both = !string.IsNullOrEmpty(filter.Sn) && !string.IsNullOrEmpty(filter.TaskId);
            var run = filter.Encrypted is null && filter.Kind is null && !both ? limit : MaxPageSize;
            var ids = await IdsAsync(filter, edge, newestFirst, run, cancellationToken);
            messages = messages.Where(message => ids.Contains(message.Id));
            messages = both ? messages.Where(message => message.Sn == filter.Sn) : messages;
            next = ids.Count == run ? ids[^1] : null;
        }

        if (filter.After is { } after)
        {
            messages = messages.Where(message => message.Id > after);
        }

        if (filter.Through is { } last)
        {
            messages = messages.Where(message => message.Id <= last);
        }

        if (filter.Received is { From: var from, To: var to })
        {
            messages = messages.Where(message => message.ReceivedAt >= from && message.ReceivedAt < to);
        }

        if (filter.Kind is { } kind)
        {
            var text = PushKinds.Text(kind);
            messages = messages.Where(message => message.Kind == text);
        }

        return (filter.Encrypted is { } encrypted ? messages.Where(message => message.Encrypted == encrypted) : messages, next);
    }

    /// <summary>Written as the identity index has it, so that the index is used.</summary>
    private static IQueryable<MessageRow> WithMsgId(LogDbContext log, string msgId) => MsgIdNumber.TryParse(msgId, out var number)
        ? log.Messages.FromSql($"SELECT * FROM messages WHERE id IN (SELECT id FROM stored_messages WHERE coalesce(msg, '') = {number})")
        : log.Messages.FromSql($"SELECT * FROM messages WHERE id IN (SELECT id FROM stored_messages WHERE coalesce(msg, '') = {msgId})");

    private async Task<List<long>> IdsAsync(MessageFilter filter, long edge, bool newestFirst, int limit, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var ids = string.IsNullOrEmpty(filter.TaskId)
            ? state.DeviceMessages.Where(link => state.Devices.Any(device => device.Sn == filter.Sn && device.Id == link.DeviceId)).Select(link => link.MessageId)
            : state.TaskResults.Where(result => result.TaskId == filter.TaskId).Select(result => result.MessageId);
        var page = newestFirst ? ids.Where(id => id < edge).OrderByDescending(id => id) : ids.Where(id => id > edge).OrderBy(id => id);
        return await page.Take(limit).ToListAsync(cancellationToken);
    }

    private static IQueryable<LedgerEntry> ToEntries(IQueryable<MessageRow> rows) => rows.Select(Entry);

    private LoggedMessage ToMessage(MessageRow row) => bodies.Message(EntryOf(row), row.Codec, row.Body, row.Sealed);
}
