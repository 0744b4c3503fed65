using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Access;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>Reads the trail. It says who works when, so only administrators may.</summary>
public sealed class AuditQueries(IDbContextFactory<SensoroDbContext> states)
{
    public const int MaxPageSize = 500;

    /// <summary>The entries before one, newest first.</summary>
    public async Task<IReadOnlyList<AuditLink>> NewestAsync(AuditFilter filter, long? before, int take, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        var edge = before ?? long.MaxValue;
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await Matching(state.Audit.AsNoTracking(), filter).Where(row => row.Id < edge)
            .OrderByDescending(row => row.Id).Take(Math.Clamp(take, 1, MaxPageSize)).ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => row.ToLink());
    }

    public async Task<int> CountAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await Matching(state.Audit.AsNoTracking(), filter).CountAsync(cancellationToken);
    }

    private static IQueryable<AuditRow> Matching(IQueryable<AuditRow> rows, AuditFilter filter)
    {
        if (!string.IsNullOrEmpty(filter.Action))
        {
            rows = rows.Where(row => row.Action == filter.Action);
        }

        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var pattern = LikePattern.Containing(filter.Search);
            rows = rows.Where(row => EF.Functions.Like(row.Actor, pattern, LikePattern.Escape) || EF.Functions.Like(row.Target, pattern, LikePattern.Escape)
                || EF.Functions.Like(row.Address ?? "", pattern, LikePattern.Escape) || EF.Functions.Like(row.Before ?? "", pattern, LikePattern.Escape)
                || EF.Functions.Like(row.After ?? "", pattern, LikePattern.Escape));
        }

        if (filter.From is { } from)
        {
            rows = rows.Where(row => row.At >= from);
        }

        return filter.To is { } to ? rows.Where(row => row.At < to) : rows;
    }
}
