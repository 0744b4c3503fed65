using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads of the quarantine.</summary>
public sealed class QuarantineQueries(IDbContextFactory<LogDbContext> logs, MessageLog log)
{
    public const int MaxPageSize = 1_000;

    /// <summary>Bytes of bodies in one slice of a walk; one body at least.</summary>
    private const long MaxSliceBytes = 8L << 20;

    private const int MaxSlice = 256;

    /// <summary>How many there are, without asking the database.</summary>
    public long Count => log.RefusedCount;

    /// <summary>How many there are for each reason; reasons without any are left out.</summary>
    public async Task<IReadOnlyDictionary<RefusalReason, int>> CountByReasonAsync(CancellationToken cancellationToken)
    {
        await using var context = await logs.CreateDbContextAsync(cancellationToken);
        var counts = await context.Quarantine.GroupBy(push => push.Reason).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return counts.Where(count => RefusalReasons.Parse(count.Key) is not null)
            .ToDictionary(count => RefusalReasons.Parse(count.Key).GetValueOrDefault(), count => count.Count);
    }

    public async Task<int> CountAsync(QuarantineFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await logs.CreateDbContextAsync(cancellationToken);
        return await Matching(context, filter).CountAsync(cancellationToken);
    }

    /// <summary>The newest before a number, newest first, without their bodies.</summary>
    public async Task<IReadOnlyList<QuarantinedPush>> NewestAsync(QuarantineFilter filter, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var context = await logs.CreateDbContextAsync(cancellationToken);
        var edge = before ?? long.MaxValue;
        var newest = Matching(context, filter).Where(push => push.Id < edge).OrderByDescending(push => push.Id).Take(Math.Clamp(limit, 1, MaxPageSize));
        return await ReadAsync(newest, withBody: false, cancellationToken);
    }

    /// <summary>The next after a number up to another one, oldest first, with their bodies: as many as are good to hold at once.</summary>
    public async Task<IReadOnlyList<QuarantinedPush>> SliceAsync(QuarantineFilter filter, long after, long through, CancellationToken cancellationToken)
    {
        await using var context = await logs.CreateDbContextAsync(cancellationToken);
        var sizes = await Matching(context, filter).Where(push => push.Id > after && push.Id <= through).OrderBy(push => push.Id)
            .Select(push => new { push.Id, push.Size }).Take(MaxSlice).ToListAsync(cancellationToken);
        var (bytes, taken) = (0L, 0);
        while (taken < sizes.Count && (taken == 0 || bytes + sizes[taken].Size <= MaxSliceBytes))
        {
            bytes += sizes[taken++].Size;
        }

        if (taken == 0)
        {
            return [];
        }

        var (first, last) = (sizes[0].Id, sizes[taken - 1].Id);
        return await ReadAsync(Matching(context, filter).Where(push => push.Id >= first && push.Id <= last).OrderBy(push => push.Id), withBody: true, cancellationToken);
    }

    /// <summary>The newest that fits, with its body.</summary>
    public async Task<QuarantinedPush?> FindNewestAsync(QuarantineFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await logs.CreateDbContextAsync(cancellationToken);
        return (await ReadAsync(Matching(context, filter).OrderByDescending(push => push.Id).Take(1), withBody: true, cancellationToken)).FirstOrDefault();
    }

    public Task<QuarantinedPush?> FindAsync(long id, CancellationToken cancellationToken) =>
        FindNewestAsync(new QuarantineFilter { Ids = [id] }, cancellationToken);

    /// <summary>The newest number of all; 0 when there is none. A walk up to it ends, whatever comes meanwhile.</summary>
    public async Task<long> LastIdAsync(CancellationToken cancellationToken)
    {
        await using var context = await logs.CreateDbContextAsync(cancellationToken);
        return await context.Quarantine.Select(push => push.Id).OrderByDescending(id => id).FirstOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<QuarantineRow> Matching(LogDbContext context, QuarantineFilter filter)
    {
        var pushes = context.Quarantine.AsNoTracking();
        if (filter.Reason is { } reason)
        {
            var text = RefusalReasons.Text(reason);
            pushes = pushes.Where(push => push.Reason == text);
        }

        if (filter.AppId is { } appId)
        {
            pushes = pushes.Where(push => push.AppId == appId);
        }

        if (filter.Text.Length > 0)
        {
            var pattern = LikePattern.Containing(filter.Text);
            pushes = pushes.Where(push => EF.Functions.Like(push.Sn, pattern, LikePattern.Escape));
        }

        return filter.Ids is { } ids ? pushes.Where(push => ids.Contains(push.Id)) : pushes;
    }

    private static async Task<List<QuarantinedPush>> ReadAsync(IQueryable<QuarantineRow> rows, bool withBody, CancellationToken cancellationToken)
    {
        var read = await rows.Select(row => new
        {
            row.Id,
            row.AppId,
            row.Reason,
            row.Authentic,
            row.Detail,
            row.Address,
            row.Url,
            row.Nonce,
            row.Signature,
            row.LastNonce,
            row.LastSignature,
            row.Sn,
            row.ReceivedAt,
            row.Size,
            row.LastReceivedAt,
            row.Deliveries,
            Body = withBody ? row.Body : null,
        }).ToListAsync(cancellationToken);
        return read.ConvertAll(static row => new QuarantinedPush(
            row.Id,
            new RefusedPush
            {
                AppId = row.AppId,
                Reason = RefusalReasons.Parse(row.Reason).GetValueOrDefault(),
                IsAuthentic = row.Authentic,
                Detail = row.Detail,
                Address = row.Address,
                Url = row.Url,
                Nonce = row.Nonce,
                Signature = row.Signature,
                Sn = row.Sn,
                ReceivedAt = row.ReceivedAt,
                Body = row.Body,
            },
            row.Size,
            row.LastReceivedAt,
            row.LastNonce,
            row.LastSignature,
            row.Deliveries));
    }
}
